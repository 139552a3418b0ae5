package io.kubehop.scenarios.connection;

import io.kubehop.core.time.Share;
import io.kubehop.core.trace.Hop;
import java.util.List;

/**
 * One way that a connection can go, over all random choices; ways that end alike are one.
 *
 * @param share its exact probability
 * @param ending how it ends
 * @param hops the way of its packets; empty unless it was asked for
 */
public record Way(Share share, Ending ending, List<Hop> hops) {

  /** Copies the hops. */
  public Way {
    hops = List.copyOf(hops);
  }
}
