package io.kubehop.service.api;

import java.util.List;

/**
 * How far a {@link Deployment} is (apps/v1 DeploymentStatus).
 *
 * @param observedGeneration the generation that was seen last
 * @param replicas all its Pods
 * @param updatedReplicas those of the newest template
 * @param readyReplicas those that are ready
 * @param availableReplicas those that have been ready for long enough
 * @param unavailableReplicas those that are missing
 * @param conditions the conditions
 */
public record DeploymentStatus(
    long observedGeneration,
    int replicas,
    int updatedReplicas,
    int readyReplicas,
    int availableReplicas,
    int unavailableReplicas,
    List<Condition> conditions) {

  /** Copies the collections. */
  public DeploymentStatus {
    conditions = List.copyOf(conditions);
  }

  /** The status before anything happened. */
  public static final DeploymentStatus EMPTY = new DeploymentStatus(0, 0, 0, 0, 0, 0, List.of());
}
