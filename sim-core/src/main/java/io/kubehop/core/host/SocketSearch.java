package io.kubehop.core.host;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.QuotedPacket;
import io.kubehop.core.netfilter.Skb;

/**
 * Finds the socket that a packet is for before it is delivered, as {@code -m socket} does
 * (nf_sk_lookup_slow_v4 in net/ipv4/netfilter/nf_socket_ipv4.c, and its twin of IPv6).
 */
final class SocketSearch {
  private SocketSearch() {}

  /**
   * Whether there is one. An ICMP error is for the socket that sent what it quotes. IPv4 looks an
   * answer up by the addresses that the connection had before its source was translated.
   */
  static boolean finds(Host host, Skb skb, boolean wildcard) {
    Packet packet = skb.packet();
    QuotedPacket quoted = packet.quoted();
    FiveTuple arriving = quoted == null ? packet.fiveTuple() : quoted.tuple().reversed();
    boolean tcp = arriving.protocol() == Protocol.TCP.number();
    if (!tcp && arriving.protocol() != Protocol.UDP.number()) {
      return false;
    }
    Packet wanted = new Packet();
    wanted.setProtocol(arriving.protocol());
    wanted.setSource(arriving.source());
    wanted.setSourcePort(arriving.sourcePort());
    wanted.setDestination(arriving.destination());
    wanted.setDestinationPort(arriving.destinationPort());
    Connection connection = skb.connection();
    CtState answer = quoted == null ? CtState.ESTABLISHED : CtState.RELATED;
    if (packet.isV4()
        && connection != null
        && skb.isReply()
        && skb.ctState() == answer
        && connection.isNatDone(NatKind.SOURCE)) {
      FiveTuple original = connection.originalTuple();
      wanted.setDestination(original.source());
      wanted.setDestinationPort(original.sourcePort());
    }
    return host.sockets().wouldTake(wanted, wildcard);
  }
}
