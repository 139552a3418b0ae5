package io.kubehop.core.conntrack;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.QuotedPacket;

/**
 * Rewrites packets as their connection's translation says (nf_nat_packet,
 * nf_nat_icmp_reply_translation).
 */
public final class Translator {
  private Translator() {}

  /**
   * Applies the part of the translation that belongs to a place: destinations are rewritten at
   * PREROUTING and OUTPUT, sources at INPUT and POSTROUTING, in either direction of the connection.
   *
   * @return whether anything was rewritten
   */
  public static boolean apply(TrackedPacket tracked, NatKind place) {
    Connection connection = tracked.connection();
    if (connection == null) {
      return false;
    }
    // In the reply direction, undoing a source translation rewrites the destination.
    boolean source = (place == NatKind.SOURCE) != tracked.isReply();
    if (!connection.has(source ? Connection.SOURCE_NAT : Connection.DESTINATION_NAT)) {
      return false;
    }
    Packet packet = tracked.packet();
    Tuple other = tracked.isReply() ? connection.original : connection.reply;
    if (packet.quoted() != null) {
      translateError(packet, other, place);
      return true;
    }
    if (place == NatKind.SOURCE) {
      packet.setSource(other.destinationHigh, other.destinationLow);
      setSourcePort(packet, other.destinationPort);
    } else {
      packet.setDestination(other.sourceHigh, other.sourceLow);
      setDestinationPort(packet, other.sourcePort);
    }
    return true;
  }

  private static void setSourcePort(Packet packet, int port) {
    packet.setSourcePort(port);
    if (isEcho(packet)) {
      packet.setDestinationPort(port);
    }
  }

  private static void setDestinationPort(Packet packet, int port) {
    packet.setDestinationPort(port);
    if (isEcho(packet)) {
      packet.setSourcePort(port);
    }
  }

  private static boolean isEcho(Packet packet) {
    return packet.is(Protocol.ICMP) || packet.is(Protocol.ICMPV6);
  }

  /**
   * An error goes the other way than the packet that it quotes, so the quoted packet's opposite end
   * is rewritten with it.
   */
  private static void translateError(Packet error, Tuple other, NatKind place) {
    QuotedPacket quoted = error.quoted();
    if (quoted == null) {
      return;
    }
    FiveTuple inner = quoted.tuple();
    FiveTuple target = other.toFiveTuple();
    if (place == NatKind.SOURCE) {
      error.setSource(other.destinationHigh, other.destinationLow);
      inner =
          new FiveTuple(
              inner.protocol(),
              inner.source(),
              inner.sourcePort(),
              target.destination(),
              target.destinationPort());
    } else {
      error.setDestination(other.sourceHigh, other.sourceLow);
      inner =
          new FiveTuple(
              inner.protocol(),
              target.source(),
              target.sourcePort(),
              inner.destination(),
              inner.destinationPort());
    }
    error.setQuoted(quoted.withTuple(inner));
  }
}
