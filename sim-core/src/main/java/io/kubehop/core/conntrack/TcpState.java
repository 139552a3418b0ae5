package io.kubehop.core.conntrack;

/**
 * What connection tracking thinks of a TCP connection
 * (include/uapi/linux/netfilter/nf_conntrack_tcp.h).
 */
public enum TcpState {
  /** Not TCP, or nothing seen. */
  NONE,
  /** A SYN was seen. */
  SYN_SENT,
  /** A SYN and a SYN-ACK were seen. */
  SYN_RECV,
  /** The handshake is over. */
  ESTABLISHED,
  /** One side has sent a FIN. */
  FIN_WAIT,
  /** The FIN was acknowledged. */
  CLOSE_WAIT,
  /** Both sides have sent a FIN. */
  LAST_ACK,
  /** Both FINs were acknowledged. */
  TIME_WAIT,
  /** The connection was reset. */
  CLOSE,
  /** Both sides have sent a SYN. */
  SYN_SENT2
}
