package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m comment}: matches always.
 *
 * @param text the comment
 */
public record Comment(String text) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return true;
  }

  @Override
  public boolean isImpliedBy(PacketKey known) {
    return true;
  }
}
