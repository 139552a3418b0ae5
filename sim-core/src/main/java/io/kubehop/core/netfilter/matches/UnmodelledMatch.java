package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Undecidable;

/**
 * A match extension of iptables that is not modelled: kept as it was written, and never decided.
 *
 * @param name as {@code -m} takes it
 * @param options the words of its options, quoted where they must be
 */
public record UnmodelledMatch(String name, String options) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return false;
  }

  @Override
  public boolean canBeUndecidable() {
    return true;
  }

  @Override
  public Undecidable undecidable(Skb skb, RuleContext context) {
    return new Undecidable("match `-m " + name + "`", "is not modelled");
  }
}
