package io.kubehop.scenarios.connection;

import io.kubehop.core.trace.Hop;
import java.util.List;

/**
 * A connection that was really made.
 *
 * @param ending how it ended
 * @param begun when it began, in nanoseconds of virtual time
 * @param ended when the client knew, in nanoseconds of virtual time
 * @param hops the way of all its packets; empty for all but the first of several
 */
public record Made(Ending ending, long begun, long ended, List<Hop> hops) {

  /** Copies the hops. */
  public Made {
    hops = List.copyOf(hops);
  }
}
