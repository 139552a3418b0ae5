package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -s}: the source address.
 *
 * @param inverted whether it must not be there ({@code !})
 * @param addresses where it must be
 */
public record Source(boolean inverted, AddressMask addresses) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Packet packet = skb.packet();
    return addresses.contains(packet.sourceHigh(), packet.sourceLow()) != inverted;
  }

  @Override
  public boolean isImpliedBy(PacketKey known) {
    AddressMask only = known.source();
    return only != null && addresses.contains(only.high(), only.low()) != inverted;
  }

  @Override
  public void narrow(PacketKey key) {
    if (!inverted && addresses.isSingle()) {
      key.requireSource(addresses);
    }
  }
}
