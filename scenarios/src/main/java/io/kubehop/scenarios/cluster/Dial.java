package io.kubehop.scenarios.cluster;

import io.kubehop.core.resolver.Resolution;
import io.kubehop.core.time.Attempt;
import io.kubehop.scenarios.connection.Ending;
import java.util.Optional;

/** One connection that a client makes, of whatever kind. */
interface Dial extends Attempt<Dial.Dialled> {

  /**
   * What came of it.
   *
   * @param ending how it ended
   * @param begun when it began, in nanoseconds
   * @param ended when the client knew, in nanoseconds
   * @param resolution what its resolver said; absent where it had the address
   */
  record Dialled(Ending ending, long begun, long ended, Optional<Resolution> resolution) {

    /** Of a client that had the address. */
    Dialled(Ending ending, long begun, long ended) {
      this(ending, begun, ended, Optional.empty());
    }
  }

  /** Makes it, and runs the simulation until it is over and closed. */
  Dialled complete();
}
