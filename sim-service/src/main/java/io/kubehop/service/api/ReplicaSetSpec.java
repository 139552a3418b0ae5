package io.kubehop.service.api;

import java.util.Optional;

/**
 * What a {@link ReplicaSet} or a {@link ReplicationController} asks for.
 *
 * @param replicas how many Pods; 1 by default
 * @param selector which Pods are its own; required by the API
 * @param template what its Pods look like
 * @param minReadySeconds how long a Pod has to be ready to count as available, in seconds; 0 by
 *     default
 */
public record ReplicaSetSpec(
    int replicas, Optional<LabelSelector> selector, PodTemplateSpec template, int minReadySeconds) {

  /** Returns this specification with another number of Pods. */
  public ReplicaSetSpec withReplicas(int other) {
    return new ReplicaSetSpec(other, selector, template, minReadySeconds);
  }
}
