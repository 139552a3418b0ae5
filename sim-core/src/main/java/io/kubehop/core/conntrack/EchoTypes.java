package io.kubehop.core.conntrack;

import io.kubehop.core.net.Protocol;

/**
 * The ICMP messages that make a connection of their own: queries and their answers
 * (nf_conntrack_proto_icmp.c, _icmpv6.c).
 */
final class EchoTypes {
  private EchoTypes() {}

  /**
   * The type of the answer to a query, and the reverse; for other protocols and types, the type
   * itself.
   */
  static int inverse(int protocol, int type) {
    if (protocol == Protocol.ICMP.number()) {
      return switch (type) {
        case 0 -> 8;
        case 8 -> 0;
        case 13 -> 14;
        case 14 -> 13;
        case 15 -> 16;
        case 16 -> 15;
        case 17 -> 18;
        case 18 -> 17;
        default -> type;
      };
    }
    if (protocol == Protocol.ICMPV6.number()) {
      return switch (type) {
        case 128 -> 129;
        case 129 -> 128;
        default -> type;
      };
    }
    return type;
  }

  /** Whether a message of this type can begin a connection. */
  static boolean isQuery(int protocol, int type) {
    return protocol == Protocol.ICMP.number()
        ? type == 8 || type == 13 || type == 15 || type == 17
        : type == 128;
  }

  /** Whether a message of this type speaks of another packet. */
  static boolean isError(int protocol, int type) {
    return protocol == Protocol.ICMP.number()
        ? type == 3 || type == 4 || type == 5 || type == 11 || type == 12
        : type >= 1 && type <= 4;
  }
}
