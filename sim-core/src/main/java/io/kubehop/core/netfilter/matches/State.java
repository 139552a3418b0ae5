package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m state}: the older form of {@link Conntrack}.
 *
 * @param inverted whether it must be another state
 * @param states a set of {@link StateMask}
 */
public record State(boolean inverted, int states) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return ((states & StateMask.of(skb.ctState())) != 0) != inverted;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
