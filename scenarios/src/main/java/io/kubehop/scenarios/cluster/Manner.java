package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Sockets;
import java.time.Duration;

/**
 * How clients behave.
 *
 * @param patience when they give up, in nanoseconds
 * @param client whether they try again
 */
record Manner(long patience, Sockets.Client client) {
  /** Of a {@code send}: one SYN or one datagram, and a second to wait. */
  static final Manner ONE_ATTEMPT =
      new Manner(Duration.ofSeconds(1).toNanos(), Sockets.Client.ROOT);

  /** Of a client that Linux serves: a SYN without an answer is sent again. */
  static Manner persistent(Duration timeout) {
    return new Manner(timeout.toNanos(), Sockets.Client.PERSISTENT);
  }
}
