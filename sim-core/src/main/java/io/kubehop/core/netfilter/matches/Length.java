package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m length}: the length of the IP packet, headers included.
 *
 * @param inverted whether it must lie outside
 * @param from at least, in bytes
 * @param to at most, in bytes
 */
public record Length(boolean inverted, int from, int to) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    int length = skb.packet().length();
    return (length >= from && length <= to) != inverted;
  }
}
