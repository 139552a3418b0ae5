package io.kubehop.core.netfilter;

/**
 * What an address is to a host: the route types of {@code -m addrtype}
 * (include/uapi/linux/rtnetlink.h).
 */
public enum AddressType {
  /** No route. */
  UNSPEC,
  /** Some other host's. */
  UNICAST,
  /** This host's own. */
  LOCAL,
  /** A broadcast address of a network that this host is in. */
  BROADCAST,
  /** An anycast address. */
  ANYCAST,
  /** A group. */
  MULTICAST,
  /** Silently thrown away. */
  BLACKHOLE,
  /** Refused with host-unreachable. */
  UNREACHABLE,
  /** Refused with communication-prohibited. */
  PROHIBIT,
  /** Look-up goes on in another table. */
  THROW,
  /** Translated by routing. */
  NAT,
  /** Resolved outside. */
  XRESOLVE
}
