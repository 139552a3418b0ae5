package io.kubehop.core.netfilter.matches;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a packet, as far as it is one value of a field: what it must have for a rule to
 * match, or what it has because the rule was found. Filled by {@link Match#narrow}.
 */
public final class PacketKey {
  private @Nullable AddressMask source;
  private @Nullable AddressMask destination;
  private int protocol = -1;
  private int destinationPort = -1;

  /** Knows nothing. */
  public PacketKey() {}

  /** The one source address, if it is known. */
  public @Nullable AddressMask source() {
    return source;
  }

  /** The one destination address, if it is known. */
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

  /** The same of the source address only. */
  public PacketKey ofSource() {
    PacketKey part = new PacketKey();
    part.source = source;
    return part;
  }

  /** The same of the destination only: of the address and the port, or of one of them. */
  public PacketKey ofDestination(boolean address, boolean port) {
    PacketKey part = new PacketKey();
    part.destination = address ? destination : null;
    part.protocol = port ? protocol : -1;
    part.destinationPort = port ? destinationPort : -1;
    return part;
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
