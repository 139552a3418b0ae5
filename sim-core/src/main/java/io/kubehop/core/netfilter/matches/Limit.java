package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchCounters;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m limit}: a bucket of tokens for the rule, full at the start (net/netfilter/xt_limit.c).
 * The kernel counts in ticks of its clock, we in nanoseconds.
 *
 * @param period what one token takes to come back, in units of 0.1 ms
 * @param burst how many tokens the bucket holds
 */
public record Limit(long period, long burst) implements Match {
  private static final long UNIT = 100_000;

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    MatchCounters bucket = context.ruleState().counters(site);
    long cost = period * UNIT;
    long full = cost * burst;
    long now = context.now();
    long credit =
        bucket.isStarted() ? Math.min(full, bucket.second() + now - bucket.first()) : full;
    boolean passes = credit >= cost;
    bucket.set(now, passes ? credit - cost : credit);
    return passes;
  }

  @Override
  public boolean hasSideEffects() {
    return true;
  }
}
