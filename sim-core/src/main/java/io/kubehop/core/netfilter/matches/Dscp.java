package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m dscp}: the upper six bits of the type-of-service byte.
 *
 * @param inverted whether it must differ
 * @param value what it must be
 */
public record Dscp(boolean inverted, int value) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return (skb.packet().tos() >> 2 == value) != inverted;
  }
}
