package io.kubehop.core.nftables.expression;

import io.kubehop.core.net.Packet;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import io.kubehop.core.nftables.value.ValueTypes;
import org.jspecify.annotations.Nullable;

/** A field of a packet's headers that is modelled (src/proto.c of the nft tool). */
public enum PayloadField {
  /** {@code ip saddr}. */
  IP_SADDR(HeaderKind.IP, "saddr", ValueTypes.IPV4_ADDR),
  /** {@code ip daddr}. */
  IP_DADDR(HeaderKind.IP, "daddr", ValueTypes.IPV4_ADDR),
  /** {@code ip protocol}. */
  IP_PROTOCOL(HeaderKind.IP, "protocol", ValueTypes.INET_PROTO),
  /** {@code ip ttl}. */
  IP_TTL(HeaderKind.IP, "ttl", ValueType.integer(8)),
  /** {@code ip length}. */
  IP_LENGTH(HeaderKind.IP, "length", ValueType.integer(16)),
  /** {@code ip dscp}. */
  IP_DSCP(HeaderKind.IP, "dscp", ValueTypes.DSCP),
  /** {@code ip ecn}. */
  IP_ECN(HeaderKind.IP, "ecn", ValueTypes.ECN),
  /** {@code ip version}. */
  IP_VERSION(HeaderKind.IP, "version", ValueType.integer(4)),
  /** {@code ip hdrlength}. */
  IP_HDRLENGTH(HeaderKind.IP, "hdrlength", ValueType.integer(4)),
  /** {@code ip frag-off}: no packet is a fragment. */
  IP_FRAG_OFF(HeaderKind.IP, "frag-off", ValueType.integer(16)),
  /** {@code ip6 saddr}. */
  IP6_SADDR(HeaderKind.IP6, "saddr", ValueTypes.IPV6_ADDR),
  /** {@code ip6 daddr}. */
  IP6_DADDR(HeaderKind.IP6, "daddr", ValueTypes.IPV6_ADDR),
  /** {@code ip6 nexthdr}. */
  IP6_NEXTHDR(HeaderKind.IP6, "nexthdr", ValueTypes.INET_PROTO),
  /** {@code ip6 hoplimit}. */
  IP6_HOPLIMIT(HeaderKind.IP6, "hoplimit", ValueType.integer(8)),
  /** {@code ip6 length}. */
  IP6_LENGTH(HeaderKind.IP6, "length", ValueType.integer(16)),
  /** {@code ip6 dscp}. */
  IP6_DSCP(HeaderKind.IP6, "dscp", ValueTypes.DSCP),
  /** {@code ip6 ecn}. */
  IP6_ECN(HeaderKind.IP6, "ecn", ValueTypes.ECN),
  /** {@code ip6 version}. */
  IP6_VERSION(HeaderKind.IP6, "version", ValueType.integer(4)),
  /** {@code tcp sport}. */
  TCP_SPORT(HeaderKind.TCP, "sport", ValueTypes.INET_SERVICE),
  /** {@code tcp dport}. */
  TCP_DPORT(HeaderKind.TCP, "dport", ValueTypes.INET_SERVICE),
  /** {@code tcp flags}. */
  TCP_FLAGS(HeaderKind.TCP, "flags", ValueTypes.TCP_FLAG),
  /** {@code udp sport}. */
  UDP_SPORT(HeaderKind.UDP, "sport", ValueTypes.INET_SERVICE),
  /** {@code udp dport}. */
  UDP_DPORT(HeaderKind.UDP, "dport", ValueTypes.INET_SERVICE),
  /** {@code udp length}. */
  UDP_LENGTH(HeaderKind.UDP, "length", ValueType.integer(16)),
  /** {@code sctp sport}. */
  SCTP_SPORT(HeaderKind.SCTP, "sport", ValueTypes.INET_SERVICE),
  /** {@code sctp dport}. */
  SCTP_DPORT(HeaderKind.SCTP, "dport", ValueTypes.INET_SERVICE),
  /** {@code th sport}. */
  TH_SPORT(HeaderKind.TH, "sport", ValueTypes.INET_SERVICE),
  /** {@code th dport}. */
  TH_DPORT(HeaderKind.TH, "dport", ValueTypes.INET_SERVICE),
  /** {@code icmp type}. */
  ICMP_TYPE(HeaderKind.ICMP, "type", ValueTypes.ICMP_TYPE),
  /** {@code icmp code}. */
  ICMP_CODE(HeaderKind.ICMP, "code", ValueTypes.ICMP_CODE),
  /** {@code icmp id}. */
  ICMP_ID(HeaderKind.ICMP, "id", ValueType.integer(16)),
  /** {@code icmpv6 type}. */
  ICMPV6_TYPE(HeaderKind.ICMPV6, "type", ValueTypes.ICMPV6_TYPE),
  /** {@code icmpv6 code}. */
  ICMPV6_CODE(HeaderKind.ICMPV6, "code", ValueTypes.ICMPV6_CODE),
  /** {@code icmpv6 id}. */
  ICMPV6_ID(HeaderKind.ICMPV6, "id", ValueType.integer(16));

  private static final PayloadField[] VALUES = values();
  private static final int IPV6_HEADER_LENGTH = 40;
  private static final int IPV4_HEADER_LENGTH = 20;

  private final HeaderKind header;
  private final String word;
  private final ValueType type;

  PayloadField(HeaderKind header, String word, ValueType type) {
    this.header = header;
    this.word = word;
    this.type = type;
  }

  /** The header that it is in. */
  public HeaderKind header() {
    return header;
  }

  /** The type of its values. */
  public ValueType type() {
    return type;
  }

  /** The field of a header and a word, or null. */
  public static @Nullable PayloadField of(String header, String word) {
    for (PayloadField field : VALUES) {
      if (field.header.word().equals(header) && field.word.equals(word)) {
        return field;
      }
    }
    return null;
  }

  /** Joins its value in a packet that has the header on to a key. */
  void read(Packet packet, Key into) {
    switch (this) {
      case IP_SADDR -> into.push(0, packet.sourceLow() & 0xffff_ffffL);
      case IP_DADDR -> into.push(0, packet.destinationLow() & 0xffff_ffffL);
      case IP6_SADDR -> into.push(packet.sourceHigh(), packet.sourceLow());
      case IP6_DADDR -> into.push(packet.destinationHigh(), packet.destinationLow());
      default -> into.push(0, number(packet));
    }
  }

  private long number(Packet packet) {
    return switch (this) {
      case IP_PROTOCOL, IP6_NEXTHDR -> packet.protocol();
      case IP_TTL, IP6_HOPLIMIT -> packet.ttl();
      case IP_LENGTH -> packet.length();
      case IP6_LENGTH -> Math.max(0, packet.length() - IPV6_HEADER_LENGTH);
      case IP_DSCP, IP6_DSCP -> packet.tos() >> 2;
      case IP_ECN, IP6_ECN -> packet.tos() & 3;
      case IP_VERSION -> 4;
      case IP6_VERSION -> 6;
      case IP_HDRLENGTH -> 5;
      case TCP_SPORT, UDP_SPORT, SCTP_SPORT -> packet.sourcePort();
      case TCP_DPORT, UDP_DPORT, SCTP_DPORT -> packet.destinationPort();
      case TH_SPORT -> transport(packet, packet.sourcePort(), true);
      case TH_DPORT -> transport(packet, packet.destinationPort(), false);
      case TCP_FLAGS -> packet.tcpFlags();
      case UDP_LENGTH ->
          packet.length() - (packet.isV4() ? IPV4_HEADER_LENGTH : IPV6_HEADER_LENGTH);
      case ICMP_TYPE, ICMPV6_TYPE -> packet.icmpType();
      case ICMP_CODE, ICMPV6_CODE -> packet.icmpCode();
      case ICMP_ID, ICMPV6_ID -> packet.sourcePort();
      case IP_FRAG_OFF -> 0;
      case IP_SADDR, IP_DADDR, IP6_SADDR, IP6_DADDR ->
          throw new IllegalStateException("an address is no number of 64 bits");
    };
  }

  /**
   * The first or second half of the first word of the transport header. Of a message that is type
   * and code, and a checksum, which nobody calculates here.
   */
  private static long transport(Packet packet, int port, boolean first) {
    boolean message = HeaderKind.ICMP.isIn(packet) || HeaderKind.ICMPV6.isIn(packet);
    if (!message) {
      return port;
    }
    return first ? packet.icmpType() << 8 | packet.icmpCode() : 0;
  }

  @Override
  public String toString() {
    return header.word() + " " + word;
  }
}
