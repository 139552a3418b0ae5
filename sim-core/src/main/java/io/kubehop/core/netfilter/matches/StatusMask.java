package io.kubehop.core.netfilter.matches;

import io.kubehop.core.conntrack.Connection;

/**
 * What {@code --ctstatus} can ask of a connection, as a set
 * (include/uapi/linux/netfilter/nf_conntrack_common.h).
 */
public final class StatusMask {
  /** Was expected by another connection, which nothing here does. */
  public static final int EXPECTED = 1;

  /** Packets were seen in both directions. */
  public static final int SEEN_REPLY = 1 << 1;

  /** Is established for good. */
  public static final int ASSURED = 1 << 2;

  /** Its first packet has left the host. */
  public static final int CONFIRMED = 1 << 3;

  private StatusMask() {}

  static int of(Connection connection) {
    return (connection.hasSeenReply() ? SEEN_REPLY : 0)
        | (connection.isAssured() ? ASSURED : 0)
        | (connection.isConfirmed() ? CONFIRMED : 0);
  }
}
