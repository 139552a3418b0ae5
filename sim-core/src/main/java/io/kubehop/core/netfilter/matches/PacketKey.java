package io.kubehop.core.netfilter.matches;

import org.jspecify.annotations.Nullable;

/**
 * What a packet must have for a rule to match, as far as it is one value of a field: the key under
 * which an index keeps the rule. Filled by {@link Match#narrow}.
 */
public final class PacketKey {
  private @Nullable AddressMask source;
  private @Nullable AddressMask destination;
  private int protocol = -1;
  private int destinationPort = -1;

  /** Asks nothing. */
  public PacketKey() {}

  /** The one source address, if the rule has one. */
  public @Nullable AddressMask source() {
    return source;
  }

  /** The one destination address, if the rule has one. */
  public @Nullable AddressMask destination() {
    return destination;
  }

  /** The IP protocol number, or -1. */
  public int protocol() {
    return protocol;
  }

  /** The one destination port, or -1. */
  public int destinationPort() {
    return destinationPort;
  }

  void requireSource(AddressMask address) {
    source = address;
  }

  void requireDestination(AddressMask address) {
    destination = address;
  }

  void requireProtocol(int number) {
    protocol = number;
  }

  void requireDestinationPort(int port) {
    destinationPort = port;
  }
}
