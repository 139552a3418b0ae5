package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -p}: the protocol of the packet.
 *
 * @param inverted whether it must differ
 * @param number its IP protocol number; 0 stands for all
 */
public record IpProtocol(boolean inverted, int number) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return number == 0 || (skb.packet().protocol() == number) != inverted;
  }

  @Override
  public boolean isImpliedBy(PacketKey known) {
    return number == 0 || (known.protocol() >= 0 && (known.protocol() == number) != inverted);
  }

  @Override
  public void narrow(PacketKey key) {
    if (!inverted && number != 0) {
      key.requireProtocol(number);
    }
  }
}
