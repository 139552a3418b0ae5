package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.collect.SortedTree;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Recent;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ruleset needs of its host. Persistent.
 *
 * @param conntrackRules how many rules make the host track connections
 * @param recentLists the names of {@code recent} lists, each with the number of rules that use it
 */
record Uses(int conntrackRules, @Nullable SortedTree<Integer> recentLists) {
  static final Uses NOTHING = new Uses(0, null);

  Uses plus(Part part) {
    return changed(part, 1);
  }

  Uses minus(Part part) {
    return changed(part, -1);
  }

  private Uses changed(Part part, int by) {
    SortedTree<Integer> lists = recentLists;
    for (String name : part.recentLists()) {
      Integer before = SortedTree.get(lists, name);
      int after = (before == null ? 0 : before) + by;
      lists = after == 0 ? SortedTree.without(lists, name) : SortedTree.with(lists, name, after, 0);
    }
    return new Uses(conntrackRules + by * part.conntrackRules(), lists);
  }

  boolean namesRecentList(String name) {
    return SortedTree.get(recentLists, name) != null;
  }

  /**
   * What the rules of one block, or of the base, need.
   *
   * @param conntrackRules how many make the host track connections
   * @param recentLists the list that each rule with {@code recent} names
   */
  record Part(int conntrackRules, List<String> recentLists) {
    static final Part NOTHING = new Part(0, List.of());

    static Part of(Iterable<? extends List<Rule>> chains) {
      int conntrack = 0;
      List<String> lists = new ArrayList<>();
      for (List<Rule> rules : chains) {
        for (Rule rule : rules) {
          conntrack += rule.needsConntrack() ? 1 : 0;
          for (Match match : rule.matches()) {
            if (match instanceof Recent recent) {
              lists.add(recent.name());
            }
          }
        }
      }
      return new Part(conntrack, List.copyOf(lists));
    }
  }
}
