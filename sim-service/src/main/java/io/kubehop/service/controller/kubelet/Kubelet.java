package io.kubehop.service.controller.kubelet;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.controller.kubelet.PodRun.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kubelets of all nodes: start the Pods that are bound to a node, report whether they are
 * ready, and end them. A Pod that brings a status is taken at its word and only watched from then
 * on.
 */
public final class Kubelet implements EventHandler {
  private static final int START = 0;
  private static final int PROBED = 1;
  private static final int STOP = 2;
  private static final int END = 3;

  private final Simulation simulation;
  private final ApiServer apiServer;
  private final PodAddresses addresses;
  private final JournaledMap<ObjectKey, PodRun> runs;
  private final List<PodRuntime> runtimes = new ArrayList<>();

  /** Starts to watch Pods. */
  public Kubelet(Simulation simulation, ApiServer apiServer) {
    this.simulation = simulation;
    this.apiServer = apiServer;
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
      return;
    }
    Optional<Pod> current = apiServer.find(Pod.class, event.key());
    current.filter(pod -> !pod.spec().nodeName().isEmpty()).ifPresent(this::sync);
  }

  private void sync(Pod pod) {
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
      simulation.scheduleWork(PodTimes.untilRunning(pod), this, START, 0, Due.of(pod));
    }
  }

  /** Takes over a Pod that runs already. */
  private void adopt(Pod pod, PodRun run) {
    boolean silent = pod.status().conditions().stream().noneMatch(c -> c.type().equals("Ready"));
    boolean ready = silent || pod.status().isReady();
    Stage stage = pod.metadata().isBeingDeleted() ? Stage.PRE_STOP : Stage.RUNNING;
    PodRun running = run.at(stage).withProbed(ready);
    runs.put(pod.key(), running);
    Pod known = pod.status().hostIPs().isEmpty() ? withHostIPs(pod) : pod;
    Pod reported = apiServer.update(silent ? withReadiness(known, running) : known);
    runtimes.forEach(runtime -> runtime.started(reported));
  }

  private void start(Pod pod, PodRun run) {
    Optional<Node> node =
        apiServer.find(Node.class, ObjectKey.ofCluster(Node.KIND, pod.spec().nodeName()));
    if (node.isEmpty()) {
      return;
    }
    List<String> podIPs =
        pod.status().podIPs().isEmpty() ? addresses.assign(pod, node.get()) : pod.status().podIPs();
    long untilReady = PodTimes.untilReady(pod);
    PodRun running = run.at(Stage.RUNNING).withProbed(untilReady == 0);
    runs.put(pod.key(), running);
    PodStatus status =
        new PodStatus(
            "Running",
            podIPs,
            node.get().status().internalIPs(),
            pod.status().conditions(),
            Optional.of(apiServer.now()));
    Pod started = apiServer.update(withReadiness(pod.withStatus(status), running));
    runtimes.forEach(runtime -> runtime.started(started));
    if (untilReady > 0) {
      simulation.scheduleWork(untilReady, this, PROBED, 0, Due.of(pod));
    }
  }

  private Pod withHostIPs(Pod pod) {
    PodStatus old = pod.status();
    return apiServer
        .find(Node.class, ObjectKey.ofCluster(Node.KIND, pod.spec().nodeName()))
        .map(node -> node.status().internalIPs())
        .map(
            ips ->
                pod.withStatus(
                    new PodStatus(
                        old.phase(), old.podIPs(), ips, old.conditions(), old.startTime())))
        .orElse(pod);
  }

  private Pod withReadiness(Pod pod, PodRun run) {
    PodStatus old = pod.status();
    return pod.withStatus(
        new PodStatus(
            old.phase(),
            old.podIPs(),
            old.hostIPs(),
            PodConditions.of(pod, run.isReady(), run.forced().isPresent(), apiServer.now()),
            old.startTime()));
  }

  /** Says whether a Pod is ready, over what its probes say. */
  public void setReady(ObjectKey key, boolean ready) {
    PodRun run = runs.get(key);
    Optional<Pod> pod = apiServer.find(Pod.class, key);
    if (run != null && pod.isPresent()) {
      PodRun forced = run.withForced(Optional.of(ready));
      runs.put(key, forced);
      if (run.isRunning()) {
        apiServer.update(withReadiness(pod.get(), forced));
      }
    }
  }

  private void terminate(Pod pod, PodRun run) {
    if (!run.isRunning()) {
      apiServer.remove(pod);
      return;
    }
    runs.put(pod.key(), run.at(Stage.PRE_STOP));
    long preStop = PodTimes.preStop(pod);
    if (preStop == 0) {
      stop(pod, run);
    } else {
      simulation.scheduleTimer(preStop, this, STOP, 0, Due.of(pod));
    }
  }

  private void stop(Pod pod, PodRun run) {
    runs.put(pod.key(), run.at(Stage.STOPPING));
    runtimes.forEach(runtime -> runtime.stopping(pod));
    simulation.scheduleTimer(PodTimes.STOP, this, END, 0, Due.of(pod));
  }

  private void forget(Pod pod) {
    PodRun run = runs.get(pod.key());
    if (run != null && run.uid().equals(pod.metadata().uid())) {
      runs.remove(pod.key());
      addresses.release(pod);
      if (run.isRunning()) {
        runtimes.forEach(runtime -> runtime.ended(pod));
      }
    }
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (payload instanceof Due due) {
      PodRun run = runs.get(due.key());
      Optional<Pod> pod = apiServer.find(Pod.class, due.key());
      if (run != null && run.uid().equals(due.uid()) && pod.isPresent()) {
        onEvent(kind, pod.get(), run);
      }
    }
  }

  private void onEvent(int kind, Pod pod, PodRun run) {
    switch (kind) {
      case START -> start(pod, run);
      case PROBED -> probed(pod, run.withProbed(true));
      case STOP -> stop(pod, run);
      case END -> end(pod);
      default -> throw new IllegalStateException("event " + kind);
    }
  }

  private void probed(Pod pod, PodRun run) {
    runs.put(pod.key(), run);
    apiServer.update(withReadiness(pod, run));
  }

  private void end(Pod pod) {
    forget(pod);
    apiServer.remove(pod);
  }

  /** Which Pod an event is for; one that has the name of its predecessor is another one. */
  private record Due(ObjectKey key, String uid) {

    static Due of(Pod pod) {
      return new Due(pod.key(), pod.metadata().uid());
    }
  }
}
