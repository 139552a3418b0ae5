package io.kubehop.core.nftables.expression;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;

/** A header that a field is in. */
public enum HeaderKind {
  /** IPv4. */
  IP("ip"),
  /** IPv6. */
  IP6("ip6"),
  /** TCP. */
  TCP("tcp"),
  /** UDP. */
  UDP("udp"),
  /** SCTP. */
  SCTP("sctp"),
  /** Whatever transport header there is. */
  TH("th"),
  /** ICMP. */
  ICMP("icmp"),
  /** ICMPv6. */
  ICMPV6("icmpv6");

  private final String word;

  HeaderKind(String word) {
    this.word = word;
  }

  /** The word that stands for it. */
  public String word() {
    return word;
  }

  /** Whether a packet has it. */
  public boolean isIn(Packet packet) {
    return switch (this) {
      case IP -> packet.isV4();
      case IP6 -> !packet.isV4();
      case TCP -> packet.is(Protocol.TCP);
      case UDP -> packet.is(Protocol.UDP);
      case SCTP -> packet.is(Protocol.SCTP);
      case TH -> true;
      case ICMP -> packet.is(Protocol.ICMP);
      case ICMPV6 -> packet.is(Protocol.ICMPV6);
    };
  }
}
