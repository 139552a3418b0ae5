package io.kubehop.core.ipset;

import org.jspecify.annotations.Nullable;

/** The types of set that are modelled, with what their elements are made of. */
public enum SetType {
  /** Addresses. */
  HASH_IP("hash:ip", true, false, false, false),
  /** Networks. */
  HASH_NET("hash:net", true, true, false, false),
  /** An address and a port. */
  HASH_IP_PORT("hash:ip,port", true, false, true, false),
  /** A network and a port. */
  HASH_NET_PORT("hash:net,port", true, true, true, false),
  /** An address, a port and another address. */
  HASH_IP_PORT_IP("hash:ip,port,ip", true, false, true, true),
  /** An address, a port and a network. */
  HASH_IP_PORT_NET("hash:ip,port,net", true, false, true, true),
  /** Ports of TCP or UDP. */
  BITMAP_PORT("bitmap:port", false, false, true, false),
  /** Other sets. */
  LIST_SET("list:set", false, false, false, false);

  private final String text;
  private final boolean address;
  private final boolean network;
  private final boolean port;
  private final boolean secondAddress;

  SetType(String text, boolean address, boolean network, boolean port, boolean secondAddress) {
    this.text = text;
    this.address = address;
    this.network = network;
    this.port = port;
    this.secondAddress = secondAddress;
  }

  /** The type of a name such as {@code hash:ip,port}, or null if it is not modelled. */
  public static @Nullable SetType of(String text) {
    for (SetType type : values()) {
      if (type.text.equals(text)) {
        return type;
      }
    }
    return null;
  }

  /** How many parts an element has, and so how many directions a rule must give. */
  public int dimensions() {
    return this == LIST_SET ? 1 : (address ? 1 : 0) + (port ? 1 : 0) + (secondAddress ? 1 : 0);
  }

  /** Whether elements have an address or a network. */
  public boolean hasAddress() {
    return address;
  }

  /** Whether the first address is a network. */
  public boolean isNetwork() {
    return network;
  }

  /** Whether elements have a port. */
  public boolean hasPort() {
    return port;
  }

  /** Whether elements have a second address or network. */
  public boolean hasSecondAddress() {
    return secondAddress;
  }

  /** Whether the second address is a network. */
  public boolean isSecondNetwork() {
    return this == HASH_IP_PORT_NET;
  }

  /** The name, as {@code ipset create} takes it. */
  @Override
  public String toString() {
    return text;
  }
}
