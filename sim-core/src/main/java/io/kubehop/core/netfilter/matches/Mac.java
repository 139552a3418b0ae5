package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Undecidable;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m mac}: the hardware address that the packet came from. Links here have none, so it
 * cannot be told.
 *
 * @param inverted whether it must differ
 * @param address as {@code 00:11:22:33:44:55}
 */
public record Mac(boolean inverted, String address) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return false;
  }

  @Override
  public boolean canBeUndecidable() {
    return true;
  }

  @Override
  public @Nullable Undecidable undecidable(Skb skb, RuleContext context) {
    return skb.inDevice() == null
        ? null
        : new Undecidable(
            "match `-m mac`", "asks for a hardware address, which links here do not have");
  }
}
