package io.kubehop.service.api;

/**
 * How far a {@link DaemonSet} is (apps/v1 DaemonSetStatus).
 *
 * @param observedGeneration the generation that was seen last
 * @param desiredNumberScheduled nodes that should run it
 * @param currentNumberScheduled nodes that should and do run it
 * @param numberMisscheduled nodes that should not but do run it
 * @param updatedNumberScheduled nodes that run the newest template
 * @param numberReady nodes on which it is ready
 * @param numberAvailable nodes on which it has been ready for long enough
 * @param numberUnavailable nodes on which it is missing
 */
public record DaemonSetStatus(
    long observedGeneration,
    int desiredNumberScheduled,
    int currentNumberScheduled,
    int numberMisscheduled,
    int updatedNumberScheduled,
    int numberReady,
    int numberAvailable,
    int numberUnavailable) {

  /** The status before anything happened. */
  public static final DaemonSetStatus EMPTY = new DaemonSetStatus(0, 0, 0, 0, 0, 0, 0, 0);
}
