package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.netfilter.matches.AddressMask;
import io.kubehop.core.netfilter.matches.PacketKey;

/**
 * Under what an index keeps a rule: the first of these that the rule asks for as one value.
 *
 * @param shape which fields count
 * @param ports protocol and destination port, if they count
 * @param high upper half of the address, if one counts
 * @param low lower half of the address
 */
record IndexKey(int shape, int ports, long high, long low) {
  static final int DESTINATION_AND_PORT = 0;
  static final int DESTINATION = 1;
  static final int PORT = 2;
  static final int SOURCE = 3;
  static final int ANYTHING = 4;

  /** How many shapes there are. */
  static final int SHAPES = 5;

  private static final int PROTOCOL_SHIFT = 16;

  static IndexKey of(PacketKey asked) {
    AddressMask destination = asked.destination();
    AddressMask source = asked.source();
    boolean port = asked.protocol() >= 0 && asked.destinationPort() >= 0;
    int ports = port ? ports(asked.protocol(), asked.destinationPort()) : 0;
    if (destination != null) {
      return of(port ? DESTINATION_AND_PORT : DESTINATION, ports, destination);
    }
    if (port) {
      return new IndexKey(PORT, ports, 0, 0);
    }
    return source != null ? of(SOURCE, 0, source) : new IndexKey(ANYTHING, 0, 0, 0);
  }

  private static IndexKey of(int shape, int ports, AddressMask address) {
    return new IndexKey(shape, ports, address.high(), address.low());
  }

  /** What is known of every packet for which a rule that asks so much is found under this key. */
  PacketKey known(PacketKey asked) {
    return switch (shape) {
      case DESTINATION_AND_PORT -> asked.ofDestination(true, true);
      case DESTINATION -> asked.ofDestination(true, false);
      case PORT -> asked.ofDestination(false, true);
      case SOURCE -> asked.ofSource();
      default -> new PacketKey();
    };
  }

  static int ports(int protocol, int port) {
    return protocol << PROTOCOL_SHIFT | port;
  }
}
