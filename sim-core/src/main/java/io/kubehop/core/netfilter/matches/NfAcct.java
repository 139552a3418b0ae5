package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m nfacct}: counts the packet for an accounting object, and is always met, as long as the
 * object has no quota. The counts are not kept.
 *
 * @param name the accounting object
 */
public record NfAcct(String name) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return true;
  }

  @Override
  public boolean isImpliedBy(PacketKey known) {
    return true;
  }
}
