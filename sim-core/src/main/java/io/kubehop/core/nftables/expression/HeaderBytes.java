package io.kubehop.core.nftables.expression;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;

/** The bytes that a packet's headers would have on the wire, as far as the machine knows them. */
final class HeaderBytes {
  private static final int UNKNOWN = -1;
  private static final int IPV4_HEADER_LENGTH = 20;
  private static final int IPV6_HEADER_LENGTH = 40;

  private HeaderBytes() {}

  /** One byte of the network or transport header; -1 if it is not known. */
  static int octet(Packet packet, boolean transport, int index) {
    int length = packet.isV4() ? IPV4_HEADER_LENGTH : IPV6_HEADER_LENGTH;
    if (transport) {
      return transportOctet(packet, index);
    }
    if (index >= length) {
      return transportOctet(packet, index - length);
    }
    return packet.isV4() ? v4Octet(packet, index) : v6Octet(packet, index);
  }

  private static int v4Octet(Packet packet, int index) {
    return switch (index) {
      case 0 -> 0x45;
      case 1 -> packet.tos();
      case 2 -> packet.length() >> 8 & 0xff;
      case 3 -> packet.length() & 0xff;
      case 8 -> packet.ttl();
      case 9 -> packet.protocol();
      case 12, 13, 14, 15 -> (int) (packet.sourceLow() >>> (8 * (15 - index)) & 0xff);
      case 16, 17, 18, 19 -> (int) (packet.destinationLow() >>> (8 * (19 - index)) & 0xff);
      default -> UNKNOWN;
    };
  }

  private static int v6Octet(Packet packet, int index) {
    int payload = Math.max(0, packet.length() - IPV6_HEADER_LENGTH);
    if (index >= 8) {
      boolean source = index < 24;
      int at = source ? index - 8 : index - 24;
      long high = source ? packet.sourceHigh() : packet.destinationHigh();
      long low = source ? packet.sourceLow() : packet.destinationLow();
      return (int) ((at < 8 ? high >>> (8 * (7 - at)) : low >>> (8 * (15 - at))) & 0xff);
    }
    return switch (index) {
      case 0 -> 0x60 | packet.tos() >> 4;
      case 4 -> payload >> 8 & 0xff;
      case 5 -> payload & 0xff;
      case 6 -> packet.protocol();
      case 7 -> packet.ttl();
      default -> UNKNOWN;
    };
  }

  private static int transportOctet(Packet packet, int index) {
    if (packet.is(Protocol.ICMP) || packet.is(Protocol.ICMPV6)) {
      return switch (index) {
        case 0 -> packet.icmpType();
        case 1 -> packet.icmpCode();
        case 4 -> packet.sourcePort() >> 8;
        case 5 -> packet.sourcePort() & 0xff;
        default -> UNKNOWN;
      };
    }
    return switch (index) {
      case 0 -> packet.sourcePort() >> 8;
      case 1 -> packet.sourcePort() & 0xff;
      case 2 -> packet.destinationPort() >> 8;
      case 3 -> packet.destinationPort() & 0xff;
      case 12 -> packet.is(Protocol.TCP) ? 0x50 : UNKNOWN;
      case 13 -> packet.is(Protocol.TCP) ? packet.tcpFlags() : UNKNOWN;
      default -> UNKNOWN;
    };
  }
}
