package io.kubehop.service.controller.scheduler;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.Index;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.controller.PodLister;
import io.kubehop.service.controller.WorkQueue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Binds Pods to nodes: of the nodes that a Pod may go to, the one with the fewest Pods, then the
 * first by name. (The real scheduler scores by resources, which are not modelled.) A Pod that
 * already has an address goes where that address lies.
 */
public final class Scheduler {
  /** Nanoseconds that a scheduling cycle takes. */
  private static final long CYCLE = 2_000_000;

  private final ApiServer apiServer;
  private final WorkQueue queue;
  private final PodLister pods;
  private final Index<Pod, Boolean> unbound;

  /** Starts to watch Pods and nodes. */
  public Scheduler(Simulation simulation, ApiServer apiServer, PodLister pods) {
    this.apiServer = apiServer;
    this.queue = new WorkQueue(simulation, CYCLE, this::schedule);
    this.pods = pods;
    this.unbound = apiServer.index(Pod.class, pod -> isUnbound(pod) ? List.of(true) : List.of());
    apiServer.watch(Pod.class, this::onPod);
    apiServer.watch(Node.class, event -> retryAll());
  }

  private static boolean isUnbound(Pod pod) {
    return pod.spec().nodeName().isEmpty()
        && !pod.status().isTerminal()
        && !pod.metadata().isBeingDeleted();
  }

  private void onPod(WatchEvent<Pod> event) {
    if (event.isDeleted()) {
      retryAll();
    } else if (isUnbound(event.object())) {
      queue.add(event.key());
    }
  }

  private void retryAll() {
    unbound.get(true).forEach(pod -> queue.add(pod.key()));
  }

  private void schedule(ObjectKey key) {
    apiServer
        .find(Pod.class, key)
        .filter(Scheduler::isUnbound)
        .ifPresent(pod -> nodeFor(pod).ifPresent(node -> bind(pod, node)));
  }

  private Optional<Node> nodeFor(Pod pod) {
    List<Node> nodes = apiServer.list(Node.class);
    if (!pod.status().podIPs().isEmpty()) {
      IpAddress address = IpAddress.parse(pod.status().podIP());
      return nodes.stream().filter(node -> holds(node, address)).findFirst();
    }
    return nodes.stream()
        .filter(node -> NodeFilters.admits(node, pod))
        .min(
            Comparator.comparing((Node node) -> pods.countOnNode(node.metadata().name()))
                .thenComparing(node -> node.metadata().name()));
  }

  private static boolean holds(Node node, IpAddress address) {
    return node.status().internalIPs().contains(address.toString())
        || node.spec().podCIDRs().stream().anyMatch(c -> Cidr.parse(c).contains(address));
  }

  private void bind(Pod pod, Node node) {
    apiServer.update(pod.withSpec(pod.spec().toBuilder().nodeName(node.metadata().name()).build()));
  }
}
