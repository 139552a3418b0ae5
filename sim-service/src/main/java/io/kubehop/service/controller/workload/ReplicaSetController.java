package io.kubehop.service.controller.workload;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.ReplicaSetStatus;
import io.kubehop.service.api.ReplicationController;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.Index;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.controller.PodLister;
import io.kubehop.service.controller.WorkQueue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps as many Pods as a ReplicaSet or ReplicationController asks for (pkg/controller/replicaset).
 * It takes over Pods that match its selector and that nobody manages.
 */
public final class ReplicaSetController {
  /** Nanoseconds from a change to the reconcile. */
  static final long DELAY = 1_000_000;

  private final ApiServer apiServer;
  private final PodLister pods;
  private final WorkQueue queue;
  private final Index<KubeObject, String> ownersByNamespace;

  /** Starts to watch ReplicaSets, ReplicationControllers and Pods. */
  public ReplicaSetController(Simulation simulation, ApiServer apiServer, PodLister pods) {
    this.apiServer = apiServer;
    this.pods = pods;
    this.queue = new WorkQueue(simulation, DELAY, this::reconcile);
    this.ownersByNamespace =
        apiServer.index(
            KubeObject.class,
            object -> isOwner(object) ? List.of(object.metadata().namespace()) : List.of());
    apiServer.watch(ReplicaSet.class, event -> queue.add(event.key()));
    apiServer.watch(ReplicationController.class, event -> queue.add(event.key()));
    apiServer.watch(Pod.class, this::onPod);
  }

  private static boolean isOwner(KubeObject object) {
    return object instanceof ReplicaSet || object instanceof ReplicationController;
  }

  private void onPod(WatchEvent<Pod> event) {
    Pod pod = event.object();
    Optional<ObjectKey> owner = PodLister.controllerOf(pod);
    owner.ifPresent(queue::add);
    if (owner.isEmpty() && !event.isDeleted()) {
      ownersByNamespace.get(pod.metadata().namespace()).forEach(o -> queue.add(o.key()));
    }
  }

  private void reconcile(ObjectKey key) {
    Optional<ReplicaOwner> owner =
        apiServer
            .find(ReplicaSet.class, key)
            .map(ReplicaOwner::of)
            .or(() -> apiServer.find(ReplicationController.class, key).map(ReplicaOwner::of));
    owner.ifPresent(this::reconcile);
  }

  private void reconcile(ReplicaOwner owner) {
    adopt(owner);
    List<Pod> active =
        pods.managedBy(owner.object()).stream().filter(Availability::isActive).toList();
    int missing = owner.spec().replicas() - active.size();
    if (missing > 0) {
      create(owner, missing);
    } else if (missing < 0) {
      DeletionOrder.of(active).stream().limit(-missing).forEach(pod -> apiServer.delete(pod.key()));
    }
    report(owner, active);
  }

  private void adopt(ReplicaOwner owner) {
    for (Pod pod : pods.withLabels(owner.object(), owner.selector().matchLabels())) {
      boolean isOrphan = pod.metadata().controller().isEmpty() && Availability.isActive(pod);
      if (isOrphan && owner.selector().matches(pod.metadata().labels())) {
        apiServer.update(
            pod.withMetadata(
                pod.metadata().toBuilder()
                    .ownerReferences(List.of(PodTemplates.controllerRef(owner.object())))
                    .build()));
      }
    }
  }

  /** Creates Pods under the lowest numbers that are free. */
  private void create(ReplicaOwner owner, int count) {
    String namespace = owner.object().metadata().namespace();
    int created = 0;
    for (int ordinal = 0; created < count; ordinal++) {
      String name = owner.podNamePrefix() + "-" + ordinal;
      if (apiServer.find(Pod.class, new ObjectKey(Pod.KIND, namespace, name)).isEmpty()) {
        apiServer.create(
            PodTemplates.instantiate(
                owner.object(), owner.spec().template(), name, ImmutableMap.of()));
        created++;
      }
    }
  }

  private void report(ReplicaOwner owner, List<Pod> active) {
    int minReady = owner.spec().minReadySeconds();
    Map<String, String> labels = owner.spec().template().metadata().labels();
    int labelled =
        (int)
            active.stream()
                .filter(p -> p.metadata().labels().entrySet().containsAll(labels.entrySet()))
                .count();
    int ready = (int) active.stream().filter(p -> p.status().isReady()).count();
    int available =
        (int)
            active.stream()
                .filter(p -> Availability.isAvailable(p, minReady, apiServer.now()))
                .count();
    owner.writeStatus(
        apiServer,
        new ReplicaSetStatus(
            owner.object().metadata().generation(), active.size(), labelled, ready, available));
    Availability.nextChange(active, minReady, apiServer.now())
        .ifPresent(left -> queue.addAfter(owner.object().key(), left.toNanos()));
  }
}
