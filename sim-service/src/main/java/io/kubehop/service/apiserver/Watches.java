package io.kubehop.service.apiserver;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.KubeObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who watches what. Every change is told to each watcher by an event of its own, all of them after
 * the same delay, so that watchers see changes in the order in which they were made, and one after
 * another in the order in which they began to watch.
 */
final class Watches implements EventHandler {
  /**
   * Nanoseconds from a change to the moment at which watchers hear of it: a round trip in a data
   * centre and some encoding.
   */
  static final long LATENCY = 1_000_000;

  private final Simulation simulation;
  private final List<Watch<?>> watches = new ArrayList<>();

  Watches(Simulation simulation) {
    this.simulation = simulation;
  }

  <T extends KubeObject> void add(Class<T> type, WatchHandler<T> handler, List<T> existing) {
    watches.add(new Watch<>(type, handler));
    for (T object : existing) {
      tell(watches.size() - 1, WatchEvent.added(object));
    }
  }

  void notify(WatchEvent<?> event) {
    for (int i = 0; i < watches.size(); i++) {
      if (watches.get(i).type.isInstance(event.object())) {
        tell(i, event);
      }
    }
  }

  private void tell(int watch, WatchEvent<?> event) {
    simulation.scheduleWork(LATENCY, this, 0, watch, event);
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (payload instanceof WatchEvent<?> event) {
      watches.get((int) operand).tell(event);
    }
  }

  private record Watch<T extends KubeObject>(Class<T> type, WatchHandler<T> handler) {

    void tell(WatchEvent<?> event) {
      handler.onEvent(
          new WatchEvent<>(
              event.type(), type.cast(event.object()), event.previous().map(type::cast)));
    }
  }
}
