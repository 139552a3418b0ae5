package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m mark}: the packet mark.
 *
 * @param inverted whether it must differ
 * @param value what it must be
 * @param mask the bits to look at
 */
public record Mark(boolean inverted, int value, int mask) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return ((skb.mark() & mask) == value) != inverted;
  }
}
