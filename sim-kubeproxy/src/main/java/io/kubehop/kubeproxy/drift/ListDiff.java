package io.kubehop.kubeproxy.drift;

import io.kubehop.core.netfilter.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two lists of rules side by side: what is in both in the same order (a longest common
 * subsequence), and between that what is in one only.
 */
final class ListDiff {
  private final List<Rule> expected;
  private final List<Rule> found;
  private final List<BareRule> bareExpected;
  private final List<BareRule> bareFound;

  private ListDiff(List<Rule> expected, List<Rule> found) {
    this.expected = expected;
    this.found = found;
    this.bareExpected = expected.stream().map(BareRule::of).toList();
    this.bareFound = found.stream().map(BareRule::of).toList();
  }

  /**
   * A place where the lists differ.
   *
   * @param expected the rule that should be there, or null
   * @param found the rule that is there, or null
   */
  record Gap(@Nullable Rule expected, @Nullable Rule found) {}

  /** The places where the lists differ; what differs at the same place is one of them. */
  static List<Gap> of(List<Rule> expected, List<Rule> found) {
    int most = Math.min(expected.size(), found.size());
    int head = 0;
    while (head < most && isSame(expected.get(head), found.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && isSame(expected.get(expected.size() - 1 - tail), found.get(found.size() - 1 - tail))) {
      tail++;
    }
    return new ListDiff(
            expected.subList(head, expected.size() - tail),
            found.subList(head, found.size() - tail))
        .gaps();
  }

  private static boolean isSame(Rule one, Rule other) {
    return BareRule.of(one).equals(BareRule.of(other));
  }

  private List<Gap> gaps() {
    int[][] common = common();
    List<Gap> gaps = new ArrayList<>();
    List<Rule> missing = new ArrayList<>();
    List<Rule> extra = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < found.size()) {
      if (i < expected.size() && j < found.size() && isSame(i, j)) {
        close(missing, extra, gaps);
        i++;
        j++;
      } else if (j == found.size()
          || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
        missing.add(expected.get(i++));
      } else {
        extra.add(found.get(j++));
      }
    }
    close(missing, extra, gaps);
    return gaps;
  }

  private static void close(List<Rule> missing, List<Rule> extra, List<Gap> gaps) {
    for (int i = 0; i < Math.max(missing.size(), extra.size()); i++) {
      gaps.add(
          new Gap(
              i < missing.size() ? missing.get(i) : null, i < extra.size() ? extra.get(i) : null));
    }
    missing.clear();
    extra.clear();
  }

  private boolean isSame(int i, int j) {
    return bareExpected.get(i).equals(bareFound.get(j));
  }

  /** For each pair of beginnings the length of the longest common rest. */
  private int[][] common() {
    int[][] common = new int[expected.size() + 1][found.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = found.size() - 1; j >= 0; j--) {
        common[i][j] =
            isSame(i, j) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
