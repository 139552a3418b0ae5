package io.kubehop.scenarios.cluster;

import io.kubehop.core.time.Attempt;
import io.kubehop.scenarios.connection.Ending;

/** One connection that a client makes, of whatever kind. */
interface Dial extends Attempt<Dial.Dialled> {

  /**
   * What came of it.
   *
   * @param ending how it ended
   * @param begun when it began, in nanoseconds
   * @param ended when the client knew, in nanoseconds
   */
  record Dialled(Ending ending, long begun, long ended) {}

  /** Makes it, and runs the simulation until it is over and closed. */
  Dialled complete();
}
