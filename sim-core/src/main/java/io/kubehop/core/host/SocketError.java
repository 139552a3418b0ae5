package io.kubehop.core.host;

/**
 * What a program is told when its connection fails: the errno values of Linux
 * (include/uapi/asm-generic/errno.h).
 */
public enum SocketError {
  /** A reset, or an ICMP port-unreachable. */
  ECONNREFUSED,
  /** An ICMP net-unreachable or net-prohibited, or no route. */
  ENETUNREACH,
  /** An ICMP host-unreachable, host-prohibited or admin-prohibited. */
  EHOSTUNREACH,
  /** An ICMP protocol-unreachable. */
  ENOPROTOOPT,
  /** An ICMPv6 administratively-prohibited, failed-policy or reject-route. */
  EACCES,
  /** A reset on an open connection. */
  ECONNRESET,
  /** Nothing came back in time. */
  ETIMEDOUT,
  /** A source in 127.0.0.0/8 that would leave by another interface than {@code lo}. */
  EINVAL,
  /** The address is not one of the host's. */
  EADDRNOTAVAIL;
}
