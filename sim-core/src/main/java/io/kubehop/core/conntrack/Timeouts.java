package io.kubehop.core.conntrack;

import io.kubehop.core.net.Protocol;

/**
 * How long an idle connection is remembered: the defaults of the kernel's nf_conntrack_*_timeout
 * sysctls, in nanoseconds.
 */
final class Timeouts {
  static final long SECOND = 1_000_000_000L;

  /** A UDP flow that is used this long after its start counts as a stream. */
  static final long UDP_STREAM_AFTER = 2 * SECOND;

  static final long UDP = 30 * SECOND;
  static final long UDP_STREAM = 120 * SECOND;
  static final long TCP_UNACKNOWLEDGED = 300 * SECOND;
  private static final long ICMP = 30 * SECOND;
  private static final long SCTP = 302_400 * SECOND;
  private static final long GENERIC = 600 * SECOND;

  private Timeouts() {}

  static long ofTcp(TcpState state) {
    return switch (state) {
      case NONE, SYN_SENT, SYN_SENT2, FIN_WAIT, TIME_WAIT -> 120 * SECOND;
      case SYN_RECV, CLOSE_WAIT -> 60 * SECOND;
      case ESTABLISHED -> 432_000 * SECOND;
      case LAST_ACK -> 30 * SECOND;
      case CLOSE -> 10 * SECOND;
    };
  }

  static long ofOther(int protocol) {
    if (protocol == Protocol.ICMP.number() || protocol == Protocol.ICMPV6.number()) {
      return ICMP;
    }
    return protocol == Protocol.SCTP.number() ? SCTP : GENERIC;
  }
}
