package io.kubehop.core.net;

/**
 * The beginning of a packet as an ICMP error quotes it (RFC 792, RFC 4443): enough to find the
 * socket that it concerns.
 *
 * @param tuple addresses, ports and protocol as the quoted packet had them where the error arose;
 *     NAT rewrites them on the way back
 * @param icmpType type of a quoted ICMP message, 0 for other protocols
 * @param icmpCode code of a quoted ICMP message, 0 for other protocols
 * @param length the whole length of the packet, as its header says it
 */
public record QuotedPacket(FiveTuple tuple, int icmpType, int icmpCode, int length) {

  /** Quotes a packet. */
  public static QuotedPacket of(Packet packet) {
    return new QuotedPacket(
        packet.fiveTuple(), packet.icmpType(), packet.icmpCode(), packet.length());
  }

  /** The same message with other addresses or ports. */
  public QuotedPacket withTuple(FiveTuple translated) {
    return new QuotedPacket(translated, icmpType, icmpCode, length);
  }
}
