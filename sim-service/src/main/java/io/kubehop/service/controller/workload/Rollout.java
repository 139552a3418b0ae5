package io.kubehop.service.controller.workload;

import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.DeploymentSpec;
import io.kubehop.service.api.DeploymentStrategy;
import io.kubehop.service.api.ReplicaSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides how many Pods the ReplicaSets of a Deployment are to have next
 * (pkg/controller/deployment: rolling.go, recreate.go). A rolling update first adds new Pods as far
 * as {@code maxSurge} allows; only when it cannot add any does it take old ones away, as far as
 * {@code maxUnavailable} allows.
 */
final class Rollout {
  private final DeploymentSpec spec;
  private final int maxSurge;
  private final int maxUnavailable;
  private final ReplicaSet newest;
  private final List<ReplicaSet> old;
  private final Map<ReplicaSet, Integer> replicas = new LinkedHashMap<>();

  private Rollout(Deployment deployment, ReplicaSet newest, List<ReplicaSet> old) {
    this.spec = deployment.spec();
    this.newest = newest;
    this.old = old;
    DeploymentStrategy strategy = spec.strategy();
    int surge = strategy.maxSurge().scaledTo(spec.replicas(), true);
    int unavailable = strategy.maxUnavailable().scaledTo(spec.replicas(), false);
    this.maxSurge = surge;
    this.maxUnavailable =
        Math.min(spec.replicas(), surge == 0 && unavailable == 0 ? 1 : unavailable);
    old.forEach(set -> replicas.put(set, set.spec().replicas()));
    replicas.put(newest, newest.spec().replicas());
  }

  /**
   * Returns the sizes for the next step of a rolling update.
   *
   * @param old the ReplicaSets of former templates, the oldest first
   */
  static Map<ReplicaSet, Integer> rollingUpdate(
      Deployment deployment, ReplicaSet newest, List<ReplicaSet> old) {
    Rollout rollout = new Rollout(deployment, newest, old);
    if (!rollout.scaleNewest()) {
      rollout.scaleOld();
    }
    return rollout.replicas;
  }

  /**
   * Returns the sizes without a rollout: the newest has all the Pods, or the only one that has any
   * keeps them while it is paused.
   */
  static Map<ReplicaSet, Integer> scaleOnly(
      Deployment deployment, ReplicaSet newest, List<ReplicaSet> old) {
    Rollout rollout = new Rollout(deployment, newest, old);
    List<ReplicaSet> active = new ArrayList<>();
    rollout.replicas.forEach(
        (set, count) -> {
          if (count > 0) {
            active.add(set);
          }
        });
    if (active.size() <= 1) {
      rollout.replicas.put(active.isEmpty() ? newest : active.get(0), rollout.spec.replicas());
    }
    return rollout.replicas;
  }

  private boolean scaleNewest() {
    int now = count(newest);
    int wanted = spec.replicas();
    if (now > wanted) {
      replicas.put(newest, wanted);
    } else if (now < wanted) {
      int room = wanted + maxSurge - total();
      replicas.put(newest, now + Math.max(0, Math.min(room, wanted - now)));
    }
    return count(newest) != now;
  }

  private void scaleOld() {
    int minAvailable = spec.replicas() - maxUnavailable;
    int newUnavailable = count(newest) - newest.status().availableReplicas();
    int maxCleanup = total() - minAvailable - newUnavailable;
    if (maxCleanup <= 0) {
      return;
    }
    for (ReplicaSet set : old) {
      int unavailable = Math.max(0, count(set) - set.status().availableReplicas());
      maxCleanup -= takeFrom(set, Math.min(maxCleanup, unavailable));
    }
    int available =
        newest.status().availableReplicas()
            + old.stream().mapToInt(set -> set.status().availableReplicas()).sum();
    int surplus = available - minAvailable;
    for (ReplicaSet set : old) {
      surplus -= takeFrom(set, Math.min(surplus, count(set)));
    }
  }

  private int takeFrom(ReplicaSet set, int number) {
    int taken = Math.max(0, number);
    replicas.put(set, count(set) - taken);
    return taken;
  }

  private int count(ReplicaSet set) {
    return replicas.getOrDefault(set, 0);
  }

  private int total() {
    return replicas.values().stream().mapToInt(Integer::intValue).sum();
  }
}
