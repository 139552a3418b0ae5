package io.kubehop.scenarios.cluster;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.resolver.Resolution;
import io.kubehop.core.time.Attempt;
import io.kubehop.scenarios.connection.Ending;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** Has somebody told at the moment at which {@link #result} is there. */
  void whenOver(Runnable listener);

  /** Who talks to whom, as the client sees it; null while that is not known. */
  @Nullable FiveTuple tuple();

  /** Makes it, and runs the simulation until it is over and closed. */
  Dialled complete();
}
