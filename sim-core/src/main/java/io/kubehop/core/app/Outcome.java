package io.kubehop.core.app;

import io.kubehop.core.host.Refusal;
import io.kubehop.core.host.SocketError;
import io.kubehop.core.host.SocketFailure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a connection ended, as its client and an onlooker together can tell. A closed list. */
public enum Outcome {
  /**
   * The endpoint accepted the connection, and its answer reached the client from the address that
   * the client called.
   */
  DELIVERED,
  /** A rule refused it actively, with an ICMP error or a reset. */
  REJECTED,
  /** It reached a host on which nothing listens on that port, and the client got to know. */
  REFUSED,
  /** Nothing came back: the client timed out. */
  DROPPED,
  /** No route leads to the destination. */
  UNROUTABLE,
  /** The name did not resolve. */
  UNRESOLVED,
  /** An HTTP proxy answered by itself. */
  ANSWERED;

  /** The outcome of a failure. */
  public static Outcome of(SocketFailure failure) {
    Refusal refusal = failure.refusal();
    if (refusal == null) {
      return failure.error() == SocketError.ETIMEDOUT ? DROPPED : UNROUTABLE;
    }
    return of(refusal.cause());
  }

  private static Outcome of(Refusal.@Nullable Cause cause) {
    if (cause == null) {
      return DROPPED;
    }
    return switch (cause) {
      case RULE -> REJECTED;
      case CLOSED_PORT, RESET -> REFUSED;
      case NO_ROUTE -> UNROUTABLE;
      case TTL_EXCEEDED -> DROPPED;
    };
  }

  /** In lower case, as scenario files write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
