package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -d}: the destination address.
 *
 * @param inverted whether it must not be there ({@code !})
 * @param addresses where it must be
 */
public record Destination(boolean inverted, AddressMask addresses) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Packet packet = skb.packet();
    return addresses.contains(packet.destinationHigh(), packet.destinationLow()) != inverted;
  }

  @Override
  public boolean isImpliedBy(PacketKey known) {
    AddressMask only = known.destination();
    return only != null && addresses.contains(only.high(), only.low()) != inverted;
  }

  @Override
  public void narrow(PacketKey key) {
    if (!inverted && addresses.isSingle()) {
      key.requireDestination(addresses);
    }
  }
}
