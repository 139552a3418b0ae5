package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m tcp}.
 *
 * @param source {@code --sport}
 * @param destination {@code --dport}
 * @param flags {@code --tcp-flags}, {@code --syn}
 * @param option {@code --tcp-option}, or null
 */
public record Tcp(
    PortRange source,
    PortRange destination,
    TcpFlagCondition flags,
    @Nullable TcpOptionCondition option)
    implements Match {

  /** Asks for ports only. */
  public static Tcp ofPorts(PortRange source, PortRange destination) {
    return new Tcp(source, destination, TcpFlagCondition.ANY, null);
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Packet packet = skb.packet();
    return packet.is(Protocol.TCP)
        && source.contains(packet.sourcePort())
        && destination.contains(packet.destinationPort())
        && flags.matches(packet.tcpFlags())
        && (option == null || option.matches(packet.tcpFlags()));
  }

  @Override
  public boolean isImpliedBy(PacketKey known) {
    return known.protocol() == Protocol.TCP.number()
        && source.isAny()
        && destination.isImpliedBy(known.destinationPort())
        && flags.isAny()
        && option == null;
  }

  @Override
  public void narrow(PacketKey key) {
    key.requireProtocol(Protocol.TCP.number());
    if (destination.isSingle()) {
      key.requireDestinationPort(destination.from());
    }
  }
}
