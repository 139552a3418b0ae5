package io.kubehop.service.controller.workload;

import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.StatefulSet;
import io.kubehop.service.api.StatefulSetSpec;
import io.kubehop.service.api.StatefulSetStatus;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.controller.PodLister;
import io.kubehop.service.controller.WorkQueue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the Pods of StatefulSets (pkg/controller/statefulset): each with a number and a name of its
 * own. Unless they are managed in parallel, a Pod begins when all with lower numbers are available,
 * and ends when all with higher ones are gone; an update goes from the highest number to the
 * lowest.
 */
public final class StatefulSetController {
  private static final String REVISION_LABEL = "controller-revision-hash";

  private final ApiServer apiServer;
  private final PodLister pods;
  private final WorkQueue queue;

  /** Starts to watch StatefulSets and Pods. */
  public StatefulSetController(Simulation simulation, ApiServer apiServer, PodLister pods) {
    this.apiServer = apiServer;
    this.pods = pods;
    this.queue = new WorkQueue(simulation, ReplicaSetController.DELAY, this::reconcile);
    apiServer.watch(StatefulSet.class, event -> queue.add(event.key()));
    apiServer.watch(
        Pod.class, event -> PodLister.controllerOf(event.object()).ifPresent(queue::add));
  }

  private void reconcile(ObjectKey key) {
    apiServer.find(StatefulSet.class, key).ifPresent(this::reconcile);
  }

  private void reconcile(StatefulSet set) {
    TreeMap<Integer, Pod> byOrdinal = new TreeMap<>();
    pods.managedBy(set).forEach(pod -> byOrdinal.put(Ordinals.of(pod.metadata().name()), pod));
    step(set, byOrdinal);
    report(set);
  }

  private void step(StatefulSet set, TreeMap<Integer, Pod> byOrdinal) {
    StatefulSetSpec spec = set.spec();
    boolean isOrdered = !spec.podManagementPolicy().equals("Parallel");
    int end = spec.firstOrdinal() + spec.replicas();
    for (int ordinal = spec.firstOrdinal(); ordinal < end; ordinal++) {
      Pod pod = byOrdinal.get(ordinal);
      if (pod == null) {
        create(set, ordinal);
      } else if (pod.status().isTerminal()) {
        apiServer.delete(pod.key());
      }
      if (isOrdered && (pod == null || !isHealthy(pod, spec))) {
        return;
      }
    }
    if (!scaleDown(byOrdinal, spec, isOrdered) && spec.updateStrategy().equals("RollingUpdate")) {
      update(set, byOrdinal);
    }
  }

  private boolean isHealthy(Pod pod, StatefulSetSpec spec) {
    return Availability.isActive(pod)
        && Availability.isAvailable(pod, spec.minReadySeconds(), apiServer.now());
  }

  /**
   * Ends Pods whose numbers are no longer wanted, the highest first; returns whether there are any.
   */
  private boolean scaleDown(
      TreeMap<Integer, Pod> byOrdinal, StatefulSetSpec spec, boolean isOrdered) {
    int end = spec.firstOrdinal() + spec.replicas();
    List<Pod> surplus =
        byOrdinal.descendingMap().entrySet().stream()
            .filter(entry -> entry.getKey() >= end || entry.getKey() < spec.firstOrdinal())
            .map(Map.Entry::getValue)
            .toList();
    surplus.stream()
        .limit(isOrdered ? 1 : surplus.size())
        .filter(pod -> !pod.metadata().isBeingDeleted())
        .forEach(pod -> apiServer.delete(pod.key()));
    return !surplus.isEmpty();
  }

  /** Ends the highest Pod with an old template, once all above it are healthy. */
  private void update(StatefulSet set, TreeMap<Integer, Pod> byOrdinal) {
    String revision = revision(set);
    for (Map.Entry<Integer, Pod> entry : byOrdinal.descendingMap().entrySet()) {
      Pod pod = entry.getValue();
      if (entry.getKey() < set.spec().firstOrdinal() + set.spec().partition()) {
        return;
      }
      String has = pod.metadata().labels().getOrDefault(REVISION_LABEL, revision);
      if (!has.equals(revision) && Availability.isActive(pod)) {
        apiServer.delete(pod.key());
        return;
      }
      if (!isHealthy(pod, set.spec())) {
        return;
      }
    }
  }

  private static String revision(StatefulSet set) {
    return set.metadata().name() + "-" + PodTemplates.hash(set.spec().template());
  }

  private void create(StatefulSet set, int ordinal) {
    String name = set.metadata().name() + "-" + ordinal;
    ObjectKey key = new ObjectKey(Pod.KIND, set.metadata().namespace(), name);
    if (apiServer.find(Pod.class, key).isPresent()) {
      return;
    }
    PodSpec spec =
        set.spec().template().spec().toBuilder()
            .hostname(name)
            .subdomain(set.spec().serviceName())
            .build();
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(REVISION_LABEL, revision(set));
    labels.put("statefulset.kubernetes.io/pod-name", name);
    labels.put("apps.kubernetes.io/pod-index", Integer.toString(ordinal));
    apiServer.create(
        PodTemplates.instantiate(set, set.spec().template().metadata(), spec, name, labels));
  }

  private void report(StatefulSet set) {
    List<Pod> active =
        pods.managedBy(set).stream()
            .filter(Availability::isActive)
            .sorted(Comparator.comparing(pod -> pod.metadata().name()))
            .toList();
    String revision = revision(set);
    int ready = (int) active.stream().filter(pod -> pod.status().isReady()).count();
    int updated =
        (int)
            active.stream()
                .filter(pod -> revision.equals(pod.metadata().labels().get(REVISION_LABEL)))
                .count();
    int available = (int) active.stream().filter(pod -> isHealthy(pod, set.spec())).count();
    apiServer.update(
        set.withStatus(
            new StatefulSetStatus(
                set.metadata().generation(), active.size(), ready, updated, updated, available)));
    Availability.nextChange(active, set.spec().minReadySeconds(), apiServer.now())
        .ifPresent(left -> queue.addAfter(set.key(), left.toNanos()));
  }
}
