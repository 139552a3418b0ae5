package io.kubehop.scenarios.connection;

import io.kubehop.core.resolver.Resolution;
import io.kubehop.core.trace.Hop;
import java.util.List;
import java.util.Optional;

/**
 * A connection that was really made.
 *
 * @param ending how it ended
 * @param begun when it began, in nanoseconds of virtual time
 * @param ended when the client knew, in nanoseconds of virtual time
 * @param hops the way of all its packets, those of a look-up of its name included; empty for all
 *     but the first of several
 * @param resolution what the client's resolver said; absent where the address was called
 */
public record Made(
    Ending ending, long begun, long ended, List<Hop> hops, Optional<Resolution> resolution) {

  /** Copies the hops. */
  public Made {
    hops = List.copyOf(hops);
  }
}
