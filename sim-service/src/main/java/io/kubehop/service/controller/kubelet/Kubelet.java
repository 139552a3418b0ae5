package io.kubehop.service.controller.kubelet;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.controller.PodLister;
import io.kubehop.service.controller.kubelet.PodRun.Stage;
import io.kubehop.service.controller.node.NodeLifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The kubelets of all nodes: start the Pods that are bound to a node, report whether they are
 * ready, and end them. A Pod that brings a status is taken at its word and only watched from then
 * on. On a node that has failed nothing happens until it recovers.
 */
public final class Kubelet implements EventHandler {
  private static final int START = 0;
  private static final int PROBED = 1;
  private static final int STOP = 2;
  private static final int END = 3;
  private static final int CRASH_NOTICED = 4;
  private static final int RESTARTED = 5;

  private final Simulation simulation;
  private final ApiServer apiServer;
  private final PodLister pods;
  private final NodeLifecycle nodes;
  private final PodAddresses addresses;
  private final JournaledMap<ObjectKey, PodRun> runs;
  private final List<PodRuntime> runtimes = new ArrayList<>();

  /** Starts to watch Pods. */
  public Kubelet(Simulation simulation, ApiServer apiServer, PodLister pods, NodeLifecycle nodes) {
    this.simulation = simulation;
    this.apiServer = apiServer;
    this.pods = pods;
    this.nodes = nodes;
    this.addresses = new PodAddresses(simulation.journal());
    this.runs = new JournaledMap<>(simulation.journal());
    apiServer.watch(Pod.class, this::onPod);
  }

  /** Has a runtime told of what happens to Pods from now on. */
  public void addRuntime(PodRuntime runtime) {
    runtimes.add(runtime);
  }

  private void onPod(WatchEvent<Pod> event) {
    if (event.isDeleted()) {
      forget(event.object());
    } else {
      apiServer.find(Pod.class, event.key()).ifPresent(this::sync);
    }
  }

  private void sync(Pod pod) {
    String node = pod.spec().nodeName();
    if (node.isEmpty() || nodes.isFailed(node)) {
      return;
    }
    PodRun run = runs.get(pod.key());
    if (run == null) {
      begin(pod);
    } else if (pod.metadata().isBeingDeleted() && !run.isTerminating()) {
      terminate(pod, run);
    }
  }

  private void begin(Pod pod) {
    if (pod.status().isTerminal()) {
      return;
    }
    addresses.reserve(pod);
    PodRun run = PodRun.starting(pod.metadata().uid());
    runs.put(pod.key(), run);
    if (pod.status().phase().equals("Running")) {
      adopt(pod, run);
    } else {
      schedule(START, PodTimes.untilRunning(pod), pod);
    }
  }

  /**
   * Takes over a Pod that runs already; one that is about to end stays so, since nobody knows how
   * far it is.
   */
  private void adopt(Pod pod, PodRun run) {
    boolean silent = pod.status().conditions().stream().noneMatch(c -> c.type().equals("Ready"));
    Stage stage = pod.metadata().isBeingDeleted() ? Stage.PRE_STOP : Stage.RUNNING;
    PodRun running = run.at(stage).withProbed(silent || pod.status().isReady());
    runs.put(pod.key(), running);
    Pod known = PodReports.withHostIPs(pod, nodeOf(pod));
    Pod reported = silent ? PodReports.withReadiness(known, running, apiServer.now()) : known;
    Pod kept = apiServer.update(reported);
    runtimes.forEach(runtime -> runtime.started(kept));
  }

  private void start(Pod pod, PodRun run) {
    Optional<Node> node = nodeOf(pod);
    if (node.isEmpty() || run.isStarted()) {
      return;
    }
    List<String> given = pod.status().podIPs();
    List<String> podIPs = given.isEmpty() ? addresses.assign(pod, node.get()) : given;
    long untilReady = PodTimes.untilReady(pod);
    PodRun running = run.at(Stage.RUNNING).withProbed(untilReady == 0);
    runs.put(pod.key(), running);
    Pod started =
        apiServer.update(PodReports.started(pod, node.get(), podIPs, running, apiServer.now()));
    runtimes.forEach(runtime -> runtime.started(started));
    if (untilReady > 0) {
      schedule(PROBED, untilReady, pod);
    }
  }

  private Optional<Node> nodeOf(Pod pod) {
    return apiServer.find(Node.class, ObjectKey.ofCluster(Node.KIND, pod.spec().nodeName()));
  }

  /** Says whether a Pod is ready, over what its probes say. */
  public void setReady(ObjectKey key, boolean ready) {
    change(key, (pod, run) -> report(pod, run.withForced(ready)));
  }

  /** The containers of a Pod are gone; its kubelet notices the next time it looks. */
  public void fail(ObjectKey key) {
    change(
        key,
        (pod, run) -> {
          runs.put(key, run.withCrashed(true));
          if (run.isStarted() && !run.crashed()) {
            runtimes.forEach(runtime -> runtime.crashed(pod));
          }
          simulation.scheduleTimer(PodTimes.RELIST, this, CRASH_NOTICED, 0, Due.of(pod));
        });
  }

  /** The containers of a Pod can be started again. */
  public void recover(ObjectKey key) {
    change(
        key,
        (pod, run) -> {
          if (run.crashed()) {
            schedule(RESTARTED, PodTimes.untilRunning(pod), pod);
          }
        });
  }

  private void restart(Pod pod, PodRun run) {
    if (run.crashed() && !run.isTerminating()) {
      long untilReady = PodTimes.untilReady(pod);
      runtimes.forEach(runtime -> runtime.restarted(pod));
      report(pod, run.withCrashed(false).withProbed(untilReady == 0));
      if (untilReady > 0) {
        schedule(PROBED, untilReady, pod);
      }
    }
  }

  private void change(ObjectKey key, BiConsumer<Pod, PodRun> action) {
    PodRun run = runs.get(key);
    if (run != null) {
      apiServer.find(Pod.class, key).ifPresent(pod -> action.accept(pod, run));
    }
  }

  /** A node that had failed is there again: its kubelet goes on where it was. */
  public void resume(String node) {
    for (Pod pod : pods.onNode(node)) {
      PodRun run = runs.get(pod.key());
      if (run != null) {
        resume(pod, run);
      }
      sync(pod);
    }
  }

  private void resume(Pod pod, PodRun run) {
    switch (run.stage()) {
      case STARTING -> schedule(START, PodTimes.untilRunning(pod), pod);
      case RUNNING -> {
        report(pod, run);
        if (!run.probed()) {
          schedule(PROBED, PodTimes.untilReady(pod), pod);
        }
      }
      case PRE_STOP -> {
        report(pod, run);
        schedule(STOP, 0, pod);
      }
      case STOPPING -> schedule(END, 0, pod);
    }
  }

  private void terminate(Pod pod, PodRun run) {
    if (!run.isStarted()) {
      apiServer.remove(pod);
      return;
    }
    runs.put(pod.key(), run.at(Stage.PRE_STOP));
    simulation.scheduleTimer(PodTimes.preStop(pod), this, STOP, 0, Due.of(pod));
  }

  private void stop(Pod pod, PodRun run) {
    if (run.stage() == Stage.PRE_STOP) {
      runs.put(pod.key(), run.at(Stage.STOPPING));
      runtimes.forEach(runtime -> runtime.stopping(pod));
      simulation.scheduleTimer(PodTimes.STOP, this, END, 0, Due.of(pod));
    }
  }

  private void end(Pod pod) {
    forget(pod);
    apiServer.remove(pod);
  }

  private void forget(Pod pod) {
    PodRun run = runs.get(pod.key());
    if (run != null && run.uid().equals(pod.metadata().uid())) {
      runs.remove(pod.key());
      addresses.release(pod);
      if (run.isStarted()) {
        runtimes.forEach(runtime -> runtime.ended(pod));
      }
    }
  }

  private void report(Pod pod, PodRun run) {
    runs.put(pod.key(), run);
    if (run.isStarted() && !nodes.isFailed(pod.spec().nodeName())) {
      apiServer.update(PodReports.withReadiness(pod, run, apiServer.now()));
    }
  }

  private void schedule(int kind, long delay, Pod pod) {
    simulation.scheduleWork(delay, this, kind, 0, Due.of(pod));
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (payload instanceof Due due) {
      PodRun run = runs.get(due.key());
      Optional<Pod> pod = apiServer.find(Pod.class, due.key());
      if (run != null && run.uid().equals(due.uid()) && pod.isPresent()) {
        if (!nodes.isFailed(pod.get().spec().nodeName())) {
          onEvent(kind, pod.get(), run);
        }
      }
    }
  }

  private void onEvent(int kind, Pod pod, PodRun run) {
    switch (kind) {
      case START -> start(pod, run);
      case PROBED -> report(pod, run.withProbed(true));
      case STOP -> stop(pod, run);
      case END -> end(pod);
      case CRASH_NOTICED -> report(pod, run);
      case RESTARTED -> restart(pod, run);
      default -> throw new IllegalStateException("event " + kind);
    }
  }

  /** Which Pod an event is for; one that has the name of its predecessor is another one. */
  private record Due(ObjectKey key, String uid) {

    static Due of(Pod pod) {
      return new Due(pod.key(), pod.metadata().uid());
    }
  }
}
