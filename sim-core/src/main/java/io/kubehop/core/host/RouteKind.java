package io.kubehop.core.host;

/** What a route does with a packet (include/uapi/linux/rtnetlink.h). */
public enum RouteKind {
  /** Sends it on, by an interface. */
  UNICAST,
  /** Refuses it with host-unreachable. */
  UNREACHABLE,
  /** Refuses it with communication-prohibited. */
  PROHIBIT,
  /** Throws it away silently. */
  BLACKHOLE
}
