package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m udp} and what else has nothing but ports.
 *
 * @param protocol the protocol that the extension is for
 * @param source {@code --sport}
 * @param destination {@code --dport}
 */
public record Ports(Protocol protocol, PortRange source, PortRange destination) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Packet packet = skb.packet();
    return packet.is(protocol)
        && source.contains(packet.sourcePort())
        && destination.contains(packet.destinationPort());
  }

  @Override
  public boolean isImpliedBy(PacketKey known) {
    return known.protocol() == protocol.number()
        && source.isAny()
        && destination.isImpliedBy(known.destinationPort());
  }

  @Override
  public void narrow(PacketKey key) {
    key.requireProtocol(protocol.number());
    if (destination.isSingle()) {
      key.requireDestinationPort(destination.from());
    }
  }
}
