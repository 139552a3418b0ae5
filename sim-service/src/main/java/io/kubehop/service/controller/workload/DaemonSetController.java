package io.kubehop.service.controller.workload;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.DaemonSetSpec;
import io.kubehop.service.api.DaemonSetStatus;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.Toleration;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.controller.PodLister;
import io.kubehop.service.controller.WorkQueue;
import io.kubehop.service.controller.scheduler.NodeFilters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps one Pod of a DaemonSet on each node that its Pods may go to (pkg/controller/daemon). The
 * Pods put up with what makes others leave a node. An update replaces Pods as far as {@code
 * maxUnavailable} allows; {@code maxSurge} is taken as 0, since two Pods of a node would have one
 * name.
 */
public final class DaemonSetController {
  private static final String REVISION_LABEL = "controller-revision-hash";

  private final ApiServer apiServer;
  private final PodLister pods;
  private final WorkQueue queue;

  /** Starts to watch DaemonSets, nodes and Pods. */
  public DaemonSetController(Simulation simulation, ApiServer apiServer, PodLister pods) {
    this.apiServer = apiServer;
    this.pods = pods;
    this.queue = new WorkQueue(simulation, ReplicaSetController.DELAY, this::reconcile);
    apiServer.watch(DaemonSet.class, event -> queue.add(event.key()));
    apiServer.watch(
        Node.class, event -> apiServer.list(DaemonSet.class).forEach(set -> queue.add(set.key())));
    apiServer.watch(
        Pod.class, event -> PodLister.controllerOf(event.object()).ifPresent(queue::add));
  }

  private void reconcile(ObjectKey key) {
    apiServer.find(DaemonSet.class, key).ifPresent(this::reconcile);
  }

  private void reconcile(DaemonSet set) {
    List<Node> wanted = new ArrayList<>();
    for (Node node : apiServer.list(Node.class)) {
      if (NodeFilters.admits(node, podFor(set, node))) {
        wanted.add(node);
      }
    }
    for (Pod pod : pods.managedBy(set)) {
      boolean isWanted =
          wanted.stream().anyMatch(node -> node.metadata().name().equals(pod.spec().nodeName()));
      if (!isWanted || pod.status().isTerminal()) {
        apiServer.delete(pod.key());
      }
    }
    wanted.forEach(node -> create(set, node));
    if (set.spec().updateStrategy().equals("RollingUpdate")) {
      update(set, wanted.size());
    }
    report(set, wanted.size());
  }

  private void create(DaemonSet set, Node node) {
    Pod pod = podFor(set, node);
    if (apiServer.find(Pod.class, pod.key()).isEmpty()) {
      apiServer.create(pod);
    }
  }

  private Pod podFor(DaemonSet set, Node node) {
    PodSpec template = set.spec().template().spec();
    List<Toleration> tolerations =
        Stream.concat(template.tolerations().stream(), DaemonTolerations.of(template).stream())
            .toList();
    PodSpec spec =
        template.toBuilder().nodeName(node.metadata().name()).tolerations(tolerations).build();
    return PodTemplates.instantiate(
        set,
        set.spec().template().metadata(),
        spec,
        set.metadata().name() + "-" + node.metadata().name(),
        ImmutableMap.of(REVISION_LABEL, revision(set)));
  }

  private static String revision(DaemonSet set) {
    return PodTemplates.hash(set.spec().template());
  }

  /**
   * Ends Pods with an old template: unavailable ones at once, others as long as few enough are
   * missing.
   */
  private void update(DaemonSet set, int wanted) {
    DaemonSetSpec spec = set.spec();
    int maxUnavailable = Math.max(1, spec.maxUnavailable().scaledTo(wanted, true));
    List<Pod> all = pods.managedBy(set);
    int missing = wanted - (int) all.stream().filter(pod -> isAvailable(pod, spec)).count();
    for (Pod pod : all) {
      String has = pod.metadata().labels().getOrDefault(REVISION_LABEL, revision(set));
      boolean isOld = !has.equals(revision(set)) && Availability.isActive(pod);
      if (isOld && !isAvailable(pod, spec)) {
        apiServer.delete(pod.key());
      } else if (isOld && missing < maxUnavailable) {
        apiServer.delete(pod.key());
        missing++;
      }
    }
  }

  private boolean isAvailable(Pod pod, DaemonSetSpec spec) {
    return Availability.isActive(pod)
        && Availability.isAvailable(pod, spec.minReadySeconds(), apiServer.now());
  }

  private void report(DaemonSet set, int wanted) {
    List<Pod> active = pods.managedBy(set).stream().filter(Availability::isActive).toList();
    int ready = (int) active.stream().filter(pod -> pod.status().isReady()).count();
    int available = (int) active.stream().filter(pod -> isAvailable(pod, set.spec())).count();
    int updated =
        (int)
            active.stream()
                .filter(p -> revision(set).equals(p.metadata().labels().get(REVISION_LABEL)))
                .count();
    apiServer.update(
        set.withStatus(
            new DaemonSetStatus(
                set.metadata().generation(),
                wanted,
                active.size(),
                0,
                updated,
                ready,
                available,
                wanted - available)));
    Availability.nextChange(active, set.spec().minReadySeconds(), apiServer.now())
        .ifPresent(left -> queue.addAfter(set.key(), left.toNanos()));
  }

  /** Tolerations that every Pod of a DaemonSet has (AddOrUpdateDaemonPodTolerations). */
  private static final class DaemonTolerations {

    static List<Toleration> of(PodSpec spec) {
      List<Toleration> tolerations = new ArrayList<>();
      for (String condition : List.of("not-ready", "unreachable")) {
        tolerations.add(exists(condition, "NoExecute"));
      }
      for (String condition :
          List.of("disk-pressure", "memory-pressure", "pid-pressure", "unschedulable")) {
        tolerations.add(exists(condition, "NoSchedule"));
      }
      if (spec.hostNetwork()) {
        tolerations.add(exists("network-unavailable", "NoSchedule"));
      }
      return tolerations;
    }

    private static Toleration exists(String condition, String effect) {
      return new Toleration(
          "node.kubernetes.io/" + condition, "Exists", "", effect, Optional.empty());
    }
  }
}
