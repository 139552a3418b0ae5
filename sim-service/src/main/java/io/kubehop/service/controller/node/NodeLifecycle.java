package io.kubehop.service.controller.node;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.api.Taint;
import io.kubehop.service.api.Toleration;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.controller.PodLister;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the control plane does about nodes that fail (pkg/controller/nodelifecycle and
 * tainteviction). A kubelet that is silent for the grace period makes its node NotReady and
 * tainted, and its Pods unready; when their tolerations of that run out they are deleted, which
 * nobody on the node can confirm. Until then everybody goes on sending to them.
 */
public final class NodeLifecycle implements EventHandler {
  /** {@code --node-monitor-grace-period}, 50 s since Kubernetes 1.32. */
  private static final long GRACE = TimeUnit.SECONDS.toNanos(50);

  /**
   * What the admission plugin DefaultTolerationSeconds gives Pods that do not say how long they
   * stay on a failed node.
   */
  private static final long EVICTION_SECONDS = 300;

  private static final int SILENT = 0;
  private static final int EVICT = 1;
  private static final int REPORT = 2;

  private final Simulation simulation;
  private final ApiServer apiServer;
  private final PodLister pods;
  private final JournaledMap<String, Long> failedAt;

  /** Starts to watch nodes. */
  public NodeLifecycle(Simulation simulation, ApiServer apiServer, PodLister pods) {
    this.simulation = simulation;
    this.apiServer = apiServer;
    this.pods = pods;
    this.failedAt = new JournaledMap<>(simulation.journal());
    apiServer.watch(Node.class, this::onNode);
  }

  /**
   * A new node of which nothing is known reports that it is ready; one that is deleted takes its
   * Pods along.
   */
  private void onNode(WatchEvent<Node> event) {
    String name = event.object().metadata().name();
    Optional<Node> current = find(name);
    if (current.isEmpty()) {
      failedAt.remove(name);
      pods.onNode(name).forEach(apiServer::remove);
    }
    current
        .filter(node -> !NodeConditions.isReported(node))
        .ifPresent(node -> apiServer.update(NodeConditions.ready(node, apiServer.now())));
  }

  /** Whether the kubelet of a node is silent now. */
  public boolean isFailed(String node) {
    return failedAt.containsKey(node);
  }

  /** The kubelet of a node falls silent. */
  public void fail(String node) {
    if (!isFailed(node)) {
      failedAt.put(node, simulation.now());
      simulation.scheduleTimer(GRACE, this, SILENT, simulation.now(), node);
    }
  }

  /** The kubelet of a node reports again. */
  public void recover(String node) {
    if (failedAt.remove(node) != null) {
      simulation.scheduleWork(1_000_000, this, REPORT, 0, node);
    }
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (kind == REPORT && payload instanceof String name && !isFailed(name)) {
      find(name).ifPresent(node -> apiServer.update(NodeConditions.ready(node, apiServer.now())));
    } else if (kind == SILENT && payload instanceof String name && isSameFailure(name, operand)) {
      find(name).ifPresent(node -> declareUnknown(node, operand));
    } else if (kind == EVICT && payload instanceof Pod pod) {
      evict(pod, operand);
    }
  }

  private boolean isSameFailure(String node, long since) {
    Long at = failedAt.get(node);
    return at != null && at == since;
  }

  private Optional<Node> find(String name) {
    return apiServer.find(Node.class, ObjectKey.ofCluster(Node.KIND, name));
  }

  private void declareUnknown(Node node, long since) {
    apiServer.update(NodeConditions.unknown(node, apiServer.now()));
    for (Pod pod : pods.onNode(node.metadata().name())) {
      apiServer.update(unready(pod));
      tolerated(pod)
          .ifPresent(
              seconds ->
                  simulation.scheduleTimer(
                      TimeUnit.SECONDS.toNanos(seconds), this, EVICT, since, pod));
    }
  }

  private Pod unready(Pod pod) {
    PodStatus old = pod.status();
    List<Condition> conditions =
        old.conditions().stream()
            .map(c -> c.type().equals("Ready") && c.isTrue() ? notReady() : c)
            .toList();
    return pod.withStatus(
        new PodStatus(old.phase(), old.podIPs(), old.hostIPs(), conditions, old.startTime()));
  }

  private Condition notReady() {
    return new Condition("Ready", "False", "NodeNotReady", "", Optional.of(apiServer.now()));
  }

  /** How long a Pod stays on a node that is silent, in seconds; empty: for ever. */
  private static Optional<Long> tolerated(Pod pod) {
    Taint taint = NodeConditions.eviction();
    List<Toleration> tolerations =
        pod.spec().tolerations().stream().filter(t -> t.tolerates(taint)).toList();
    if (tolerations.isEmpty()) {
      return Optional.of(EVICTION_SECONDS);
    }
    return tolerations.stream().anyMatch(t -> t.tolerationSeconds().isEmpty())
        ? Optional.empty()
        : tolerations.stream().flatMap(t -> t.tolerationSeconds().stream()).min(Long::compare);
  }

  private void evict(Pod pod, long since) {
    boolean isStillThere =
        apiServer
            .find(Pod.class, pod.key())
            .filter(now -> now.metadata().uid().equals(pod.metadata().uid()))
            .isPresent();
    if (isStillThere && isSameFailure(pod.spec().nodeName(), since)) {
      apiServer.delete(pod.key());
    }
  }
}
