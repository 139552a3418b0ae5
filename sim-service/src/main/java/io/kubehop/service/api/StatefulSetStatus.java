package io.kubehop.service.api;

/**
 * How far a {@link StatefulSet} is (apps/v1 StatefulSetStatus).
 *
 * @param observedGeneration the generation that was seen last
 * @param replicas all its Pods
 * @param readyReplicas those that are ready
 * @param currentReplicas those of the current revision
 * @param updatedReplicas those of the newest template
 * @param availableReplicas those that have been ready for long enough
 */
public record StatefulSetStatus(
    long observedGeneration,
    int replicas,
    int readyReplicas,
    int currentReplicas,
    int updatedReplicas,
    int availableReplicas) {

  /** The status before anything happened. */
  public static final StatefulSetStatus EMPTY = new StatefulSetStatus(0, 0, 0, 0, 0, 0);
}
