package io.kubehop.service.controller.scheduler;

import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.Index;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.controller.PodLister;
import io.kubehop.service.controller.WorkQueue;
import java.util.List;
import java.util.Optional;

/**
 * Binds Pods to nodes: of the nodes that a Pod may go to, the one with the fewest Pods, then the
 * first by name. (The real scheduler scores by resources, which are not modelled.) A Pod that
 * already has an address goes where that address lies. One cycle binds all Pods that wait, in the
 * order in which they came; one that fits nowhere waits until something changes.
 */
public final class Scheduler {
  /** Nanoseconds that a scheduling cycle takes. */
  private static final long CYCLE = 2_000_000;

  private static final ObjectKey ALL_PENDING = ObjectKey.ofCluster("SchedulingQueue", "");

  private final ApiServer apiServer;
  private final PodLister pods;
  private final WorkQueue queue;
  private final Index<Pod, Boolean> pending;

  /** Starts to watch Pods and nodes. */
  public Scheduler(Simulation simulation, ApiServer apiServer, PodLister pods) {
    this.apiServer = apiServer;
    this.pods = pods;
    this.queue = new WorkQueue(simulation, CYCLE, key -> schedule());
    this.pending = apiServer.index(Pod.class, pod -> isPending(pod) ? List.of(true) : List.of());
    apiServer.watch(Pod.class, this::onPod);
    apiServer.watch(Node.class, event -> wake());
  }

  private static boolean isPending(Pod pod) {
    return pod.spec().nodeName().isEmpty()
        && !pod.status().isTerminal()
        && !pod.metadata().isBeingDeleted();
  }

  private void onPod(WatchEvent<Pod> event) {
    if (event.isDeleted() || event.previous().isEmpty()) {
      wake();
    }
  }

  private void wake() {
    if (pending.count(true) > 0) {
      queue.add(ALL_PENDING);
    }
  }

  private void schedule() {
    SchedulingCycle cycle = new SchedulingCycle(apiServer.list(Node.class), pods);
    for (Pod pod : pending.inOrder(true)) {
      Optional<String> node = cycle.place(pod);
      Pod placed =
          node.map(name -> bound(pod, name))
              .orElseGet(() -> cycle.unschedulable(pod, apiServer.now()));
      apiServer.update(placed);
    }
  }

  private static Pod bound(Pod pod, String node) {
    return pod.withSpec(pod.spec().toBuilder().nodeName(node).build());
  }
}
