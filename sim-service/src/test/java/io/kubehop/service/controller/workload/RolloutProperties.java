package io.kubehop.service.controller.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.TestCluster;
import io.kubehop.service.Yaml;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.ReplicaSetSpec;
import io.kubehop.service.api.ReplicaSetStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RolloutProperties {

  /**
   * Whatever has happened before, a step leaves neither too many Pods nor too few available ones.
   */
  @Property
  void everyStepKeepsWithinTheBounds(
      @ForAll @IntRange(max = 20) int replicas,
      @ForAll @IntRange(max = 5) int surge,
      @ForAll @IntRange(max = 5) int unavailable,
      @ForAll @IntRange(max = 20) int oldPods,
      @ForAll @IntRange(max = 20) int oldAvailable,
      @ForAll @IntRange(max = 20) int newPods,
      @ForAll @IntRange(max = 20) int newAvailable) {
    ReplicaSet old = set("old", oldPods, Math.min(oldPods, oldAvailable));
    ReplicaSet newest = set("new", newPods, Math.min(newPods, newAvailable));
    Deployment deployment = deployment(replicas, surge, unavailable);
    int allowed = surge == 0 && unavailable == 0 ? 1 : unavailable;

    Map<ReplicaSet, Integer> next = Rollout.rollingUpdate(deployment, newest, List.of(old));

    int total = next.get(old) + next.get(newest);
    assertThat(total).isLessThanOrEqualTo(Math.max(oldPods + newPods, replicas + surge));
    assertThat(next.get(newest)).isBetween(0, Math.max(newPods, replicas));
    int lost = Math.max(0, old.status().availableReplicas() - next.get(old));
    int availableBefore = old.status().availableReplicas() + newest.status().availableReplicas();
    if (newPods <= replicas) {
      assertThat(availableBefore - lost)
          .isGreaterThanOrEqualTo(
              Math.min(availableBefore, replicas - Math.min(replicas, allowed)));
    }
  }

  private static Deployment deployment(int replicas, int surge, int unavailable) {
    String strategy =
        "strategy: {rollingUpdate: {maxSurge: %d, maxUnavailable: %d}}"
            .formatted(surge, unavailable);
    return (Deployment) TestCluster.read(Yaml.deployment(replicas, "v1", strategy)).get(0);
  }

  private static ReplicaSet set(String name, int replicas, int available) {
    Deployment template = deployment(1, 1, 1);
    return new ReplicaSet(
        ObjectMeta.of("default", name),
        new ReplicaSetSpec(replicas, Optional.empty(), template.spec().template(), 0),
        new ReplicaSetStatus(1, replicas, replicas, available, available));
  }
}
