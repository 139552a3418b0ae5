package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -i}: the interface that the packet came in by.
 *
 * @param inverted whether the name must differ
 * @param name its name
 */
public record InInterface(boolean inverted, InterfaceName name) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return name.matches(skb.inDevice()) != inverted;
  }
}
