package io.kubehop.core.host;

/**
 * Why a host answered a packet with a reset or an ICMP error. It travels as the payload of that
 * answer: a real client cannot tell a REJECT rule from a closed port, a simulated one can be told.
 *
 * @param cause the cause
 * @param host the host that answered
 * @param detail one line, such as the rule
 */
public record Refusal(Cause cause, String host, String detail) {

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
