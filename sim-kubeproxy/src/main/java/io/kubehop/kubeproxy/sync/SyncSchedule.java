package io.kubehop.kubeproxy.sync;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * When proxies write (pkg/proxy/runner/bounded_frequency_runner.go): at once after a change, but
 * not before {@code minSyncPeriod} has passed since they wrote last. The first time, when a proxy
 * has started and has received all objects, does not count.
 *
 * <p>Nodes that are due at the same time take one event.
 */
public final class SyncSchedule implements EventHandler {
  /** Nanoseconds that a proxy takes to start and to receive all objects. */
  static final long START = 2_000_000;

  private final Simulation simulation;
  private final SyncTask task;
  private final JournaledMap<Pace, Cohort> cohorts;
  private final JournaledMap<String, Cohort> byNode;

  /** Makes a schedule without nodes. */
  public SyncSchedule(Simulation simulation, SyncTask task) {
    this.simulation = simulation;
    this.task = task;
    this.cohorts = new JournaledMap<>(simulation.journal());
    this.byNode = new JournaledMap<>(simulation.journal());
  }

  /**
   * The proxy of a node starts; it writes as soon as it has received all objects.
   *
   * @param minPeriod nanoseconds from one sync to the next, at least
   */
  public void add(String node, long minPeriod) {
    remove(node);
    join(node, Pace.starting(minPeriod, simulation.now() + START));
  }

  /** The proxy of a node stops. */
  public void remove(String node) {
    Cohort cohort = byNode.remove(node);
    if (cohort != null) {
      cohort.nodes().remove(node);
      if (cohort.nodes().isEmpty()) {
        cohorts.remove(cohort.pace());
      }
    }
  }

  /** Something changed that concerns all nodes. */
  public void request() {
    for (Cohort cohort : cohorts.values()) {
      if (cohort.pace().isIdle()) {
        move(cohort, cohort.pace().requested(simulation.now()));
      }
    }
  }

  /** Something changed that concerns one node. */
  public void request(String node) {
    Cohort cohort = byNode.get(node);
    if (cohort != null && cohort.pace().isIdle()) {
      Pace pace = cohort.pace().requested(simulation.now());
      remove(node);
      join(node, pace);
    }
  }

  private void join(String node, Pace pace) {
    Cohort cohort = cohorts.get(pace);
    if (cohort == null) {
      cohort = new Cohort(simulation.journal(), pace);
      put(cohort);
    }
    cohort.nodes().put(node, true);
    byNode.put(node, cohort);
  }

  /** Puts nodes to another pace, together with those that have it. */
  private void move(Cohort cohort, Pace pace) {
    cohorts.remove(cohort.pace());
    if (cohorts.containsKey(pace)) {
      cohort.nodes().forEach((node, in) -> join(node, pace));
    } else {
      cohort.setPace(pace);
      put(cohort);
    }
  }

  private void put(Cohort cohort) {
    Pace pace = cohort.pace();
    cohorts.put(pace, cohort);
    if (!pace.isIdle()) {
      simulation.scheduleWork(pace.due() - simulation.now(), this, 0, 0, pace);
    }
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    Cohort cohort = payload instanceof Pace pace ? cohorts.get(pace) : null;
    if (cohort != null) {
      task.sync(cohort.nodes().keys());
      move(cohort, cohort.pace().synced(simulation.now()));
    }
  }
}
