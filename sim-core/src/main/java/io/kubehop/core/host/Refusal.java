package io.kubehop.core.host;

import io.kubehop.core.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Why a host answered a packet with a reset or an ICMP error. It travels as the payload of that
 * answer: a real client cannot tell a REJECT rule from a closed port, a simulated one can be told.
 *
 * @param cause the cause
 * @param host the host that answered
 * @param detail one line, such as the rule
 * @param towards where the packet was going by then, its destination rewritten; null where that was
 *     not told
 */
public record Refusal(Cause cause, String host, String detail, @Nullable IpAddress towards) {

  /** Of a packet of which nobody tells where it was going. */
  public Refusal(Cause cause, String host, String detail) {
    this(cause, host, detail, null);
  }

  /** The causes. */
  public enum Cause {
    /** A rule with target REJECT, or IPVS without a destination. */
    RULE,
    /** Nothing listens on the port. */
    CLOSED_PORT,
    /** No route leads on. */
    NO_ROUTE,
    /** The TTL ran out. */
    TTL_EXCEEDED,
    /** A socket closed the connection with a reset. */
    RESET
  }
}
