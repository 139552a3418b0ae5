package io.kubehop.service.api;

/**
 * How far a {@link ReplicaSet} is (apps/v1 ReplicaSetStatus).
 *
 * @param observedGeneration the generation that was seen last
 * @param replicas all its Pods
 * @param fullyLabeledReplicas those with all labels of the template
 * @param readyReplicas those that are ready
 * @param availableReplicas those that have been ready for long enough
 */
public record ReplicaSetStatus(
    long observedGeneration,
    int replicas,
    int fullyLabeledReplicas,
    int readyReplicas,
    int availableReplicas) {

  /** The status before anything happened. */
  public static final ReplicaSetStatus EMPTY = new ReplicaSetStatus(0, 0, 0, 0, 0);
}
