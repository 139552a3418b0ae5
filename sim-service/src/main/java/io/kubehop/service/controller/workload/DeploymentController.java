package io.kubehop.service.controller.workload;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.controller.PodLister;
import io.kubehop.service.controller.WorkQueue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rolls out the templates of Deployments by way of ReplicaSets (pkg/controller/deployment). */
public final class DeploymentController {
  private final ApiServer apiServer;
  private final PodLister pods;
  private final DeploymentSets sets;
  private final WorkQueue queue;

  /** Starts to watch Deployments, ReplicaSets and Pods. */
  public DeploymentController(Simulation simulation, ApiServer apiServer, PodLister pods) {
    this.apiServer = apiServer;
    this.pods = pods;
    this.sets = new DeploymentSets(apiServer, pods);
    this.queue = new WorkQueue(simulation, ReplicaSetController.DELAY, this::reconcile);
    apiServer.watch(Deployment.class, event -> queue.add(event.key()));
    apiServer.watch(ReplicaSet.class, event -> queueOwner(event.object()));
    apiServer.watch(Pod.class, this::onPod);
  }

  private void queueOwner(ReplicaSet set) {
    PodLister.controllerOf(set).ifPresent(queue::add);
  }

  /** The last Pod of an old ReplicaSet lets a Recreate go on. */
  private void onPod(WatchEvent<Pod> event) {
    if (event.isDeleted()) {
      PodLister.controllerOf(event.object())
          .flatMap(key -> apiServer.find(ReplicaSet.class, key))
          .ifPresent(this::queueOwner);
    }
  }

  private void reconcile(ObjectKey key) {
    Optional<Deployment> found = apiServer.find(Deployment.class, key);
    if (found.isEmpty()) {
      return;
    }
    Deployment deployment = found.get();
    sets.adopt(deployment);
    Optional<ReplicaSet> newest = sets.newest(deployment);
    List<ReplicaSet> old = sets.old(deployment, newest);
    if (deployment.spec().strategy().isRecreate() && !deployment.spec().paused()) {
      recreate(deployment, newest, old);
    } else {
      ReplicaSet current = newest.orElseGet(() -> sets.create(deployment));
      scale(
          deployment.spec().paused()
              ? Rollout.scaleOnly(deployment, current, old)
              : Rollout.rollingUpdate(deployment, current, old));
    }
    sets.cleanUp(deployment);
    apiServer
        .find(Deployment.class, key)
        .ifPresent(now -> DeploymentReport.write(apiServer, now, sets.all(now), sets.newest(now)));
  }

  /** New Pods begin only when the last old one is gone, and not merely about to go. */
  private void recreate(Deployment deployment, Optional<ReplicaSet> newest, List<ReplicaSet> old) {
    old.forEach(set -> apiServer.update(set.withSpec(set.spec().withReplicas(0))));
    boolean isOldRunning =
        old.stream()
            .flatMap(set -> pods.managedBy(set).stream())
            .anyMatch(pod -> !pod.status().isTerminal());
    if (!isOldRunning) {
      ReplicaSet current = newest.orElseGet(() -> sets.create(deployment));
      scale(ImmutableMap.of(current, deployment.spec().replicas()));
    }
  }

  private void scale(Map<ReplicaSet, Integer> replicas) {
    replicas.forEach(
        (set, count) -> apiServer.update(set.withSpec(set.spec().withReplicas(count))));
  }
}
