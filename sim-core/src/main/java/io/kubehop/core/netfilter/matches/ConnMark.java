package io.kubehop.core.netfilter.matches;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m connmark}: the mark of the connection. Packets of no connection never match, inverted
 * or not.
 *
 * @param inverted whether it must differ
 * @param value what it must be
 * @param mask the bits to look at
 */
public record ConnMark(boolean inverted, int value, int mask) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Connection connection = skb.connection();
    return connection != null && ((connection.mark() & mask) == value) != inverted;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
