package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -f}: second and further fragments. The machine carries packets whole, so none is.
 *
 * @param inverted whether it must not be one
 */
public record Fragment(boolean inverted) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return inverted;
  }
}
