package io.kubehop.core.conntrack;

/**
 * What a packet is to its connection: the states that {@code -m conntrack --ctstate} tells apart.
 */
public enum CtState {
  /** Not looked up yet: before connection tracking, or on a host that does not track. */
  NONE,
  /** The connection has seen packets in one direction only. */
  NEW,
  /** The connection has seen packets in both directions. */
  ESTABLISHED,
  /** An ICMP error about a known connection. */
  RELATED,
  /** Belongs to no connection and cannot begin one. */
  INVALID,
  /** Excepted from tracking by a NOTRACK rule. */
  UNTRACKED
}
