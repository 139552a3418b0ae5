package io.kubehop.scenarios.cluster;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.host.SocketError;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Simulation;
import io.kubehop.scenarios.connection.Ending;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One connection of a load, which ends at its deadline at the latest. */
final class LoadConnection implements EventHandler {
  private final Simulation simulation;
  private final Dial dial;
  private final BiConsumer<Dial, Dial.Dialled> whenOver;
  private long begun;
  private long deadline;
  private boolean isOver;

  LoadConnection(Simulation simulation, Dial dial, BiConsumer<Dial, Dial.Dialled> whenOver) {
    this.simulation = simulation;
    this.dial = dial;
    this.whenOver = whenOver;
  }

  void begin(long patience) {
    begun = simulation.now();
    deadline = simulation.scheduleTimer(patience, this, 0, 0, null);
    dial.whenOver(this::knowResult);
    dial.begin();
  }

  private void knowResult() {
    Dial.Dialled result = dial.result();
    if (result != null && !isOver) {
      end(result);
    }
  }

  /** The deadline: what comes later does not count. */
  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (!isOver) {
      end(new Dial.Dialled(timedOut(), begun, simulation.now()));
    }
  }

  private static Ending timedOut() {
    return new Ending(
        Outcome.DROPPED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new SocketFailure(SocketError.ETIMEDOUT, null)),
        Optional.empty());
  }

  private void end(Dial.Dialled result) {
    isOver = true;
    simulation.cancel(deadline);
    whenOver.accept(dial, result);
  }
}
