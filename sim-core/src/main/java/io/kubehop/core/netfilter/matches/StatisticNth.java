package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchCounters;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m statistic --mode nth}: every so many packets that reach the match
 * (net/netfilter/xt_statistic.c).
 *
 * @param inverted whether all others match
 * @param every one of how many
 * @param packet which of the first ones, from 0
 */
public record StatisticNth(boolean inverted, long every, long packet) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    MatchCounters counters = context.ruleState().counters(site);
    long last = every - 1;
    long count = counters.isStarted() ? counters.first() : last - packet;
    long next = count == last ? 0 : count + 1;
    counters.set(next, 0);
    return (next == 0) != inverted;
  }

  @Override
  public boolean hasSideEffects() {
    return true;
  }
}
