package io.kubehop.service.api;

import java.util.Optional;

/**
 * What a {@link Deployment} asks for (apps/v1 DeploymentSpec).
 *
 * @param replicas how many Pods; 1 by default
 * @param selector which Pods are its own; required by the API
 * @param template what its Pods look like
 * @param strategy how Pods are replaced
 * @param minReadySeconds how long a Pod has to be ready to count as available, in seconds; 0 by
 *     default
 * @param paused whether changes of the template wait
 * @param revisionHistoryLimit how many old ReplicaSets are kept; 10 by default
 * @param progressDeadlineSeconds after how many seconds without progress it counts as failed; 600
 *     by default
 */
public record DeploymentSpec(
    int replicas,
    Optional<LabelSelector> selector,
    PodTemplateSpec template,
    DeploymentStrategy strategy,
    int minReadySeconds,
    boolean paused,
    int revisionHistoryLimit,
    int progressDeadlineSeconds) {

  /** Returns this specification with another number of Pods. */
  public DeploymentSpec withReplicas(int other) {
    return new DeploymentSpec(
        other,
        selector,
        template,
        strategy,
        minReadySeconds,
        paused,
        revisionHistoryLimit,
        progressDeadlineSeconds);
  }
}
