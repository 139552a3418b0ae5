package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchCounters;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m quota}: so many bytes pass, and no more (net/netfilter/xt_quota.c).
 *
 * @param inverted whether it matches when the quota is used up
 * @param bytes the quota
 */
public record Quota(boolean inverted, long bytes) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    MatchCounters counters = context.ruleState().counters(site);
    long left = counters.isStarted() ? counters.first() : bytes;
    int length = skb.packet().length();
    boolean enough = Long.compareUnsigned(left, length) >= 0;
    // A packet that is too long uses up what is left: short ones do not slip through behind it.
    counters.set(enough ? left - length : 0, 0);
    return enough != inverted;
  }

  @Override
  public boolean hasSideEffects() {
    return true;
  }
}
