package io.kubehop.service.controller;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.ObjectKey;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a controller has to look at, each queued once however often it changed (client-go,
 * util/workqueue). The reconcile that a key leads to reads what the store holds by then.
 */
public final class WorkQueue implements EventHandler {
  private static final int NOW = 0;
  private static final int LATER = 1;

  private final Simulation simulation;
  private final long delay;
  private final Consumer<ObjectKey> reconcile;
  private final JournaledMap<ObjectKey, Long> queued;

  /**
   * Makes an empty queue.
   *
   * @param delay nanoseconds from the first change of a key to its reconcile
   */
  public WorkQueue(Simulation simulation, long delay, Consumer<ObjectKey> reconcile) {
    this.simulation = simulation;
    this.delay = delay;
    this.reconcile = reconcile;
    this.queued = new JournaledMap<>(simulation.journal());
  }

  /** Has a key looked at soon; the cluster does not count as settled before. */
  public void add(ObjectKey key) {
    if (!queued.containsKey(key)) {
      queued.put(key, simulation.scheduleWork(delay, this, NOW, 0, key));
    }
  }

  /** Has a key looked at after some nanoseconds, for which nobody waits. */
  public void addAfter(ObjectKey key, long nanos) {
    simulation.scheduleTimer(nanos, this, LATER, 0, key);
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (payload instanceof ObjectKey key) {
      if (kind == NOW) {
        queued.remove(key);
      }
      reconcile.accept(key);
    }
  }
}
