package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m tos}: the type-of-service byte.
 *
 * @param inverted whether it must differ
 * @param value what it must be
 * @param mask the bits to look at
 */
public record Tos(boolean inverted, int value, int mask) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return ((skb.packet().tos() & mask) == value) != inverted;
  }
}
