package io.kubehop.core.netfilter.rule;

import io.kubehop.core.netfilter.matches.Destination;
import io.kubehop.core.netfilter.matches.Fragment;
import io.kubehop.core.netfilter.matches.InInterface;
import io.kubehop.core.netfilter.matches.IpProtocol;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.OutInterface;
import io.kubehop.core.netfilter.matches.Source;
import io.kubehop.core.netfilter.targets.Target;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule: what a packet must be, and what then happens with it.
 *
 * @param matches the conditions in the order in which the kernel asks them: first those of the
 *     header ({@code -s -d -i -o -p -f}, wherever they were written), then the extensions from left
 *     to right
 * @param target what happens
 * @param counters what a captured text says it has counted, if it does
 * @param origin what it was written for, such as {@code Service/shop/cart}, if that is known
 */
public record Rule(
    List<Match> matches, Target target, @Nullable Counters counters, @Nullable String origin) {
  private static final List<Class<? extends Match>> HEADER =
      List.of(
          Source.class,
          Destination.class,
          InInterface.class,
          OutInterface.class,
          IpProtocol.class,
          Fragment.class);

  /** Brings the conditions into order. */
  public Rule {
    matches = inOrder(matches) ? List.copyOf(matches) : ordered(matches);
  }

  private static boolean inOrder(List<Match> matches) {
    int before = 0;
    for (Match match : matches) {
      int rank = rank(match);
      if (rank < before) {
        return false;
      }
      before = rank;
    }
    return true;
  }

  private static List<Match> ordered(List<Match> matches) {
    return matches.stream().sorted(Comparator.comparingInt(Rule::rank)).toList();
  }

  /** Begins a rule. */
  public static RuleBuilder builder() {
    return new RuleBuilder();
  }

  /** Whether a condition is one of the header, which needs no {@code -m}. */
  public static boolean isHeader(Match match) {
    return HEADER.contains(match.getClass());
  }

  private static int rank(Match match) {
    int place = HEADER.indexOf(match.getClass());
    return place < 0 ? HEADER.size() : place;
  }

  /** Whether the rule makes the host track connections. */
  public boolean needsConntrack() {
    return target.needsConntrack() || matches.stream().anyMatch(Match::needsConntrack);
  }
}
