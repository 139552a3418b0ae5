package io.kubehop.service.api;

/**
 * How far a {@link Job} is (batch/v1 JobStatus).
 *
 * @param active Pods that run
 * @param ready Pods that are ready
 * @param succeeded Pods that ended well
 * @param failed Pods that did not
 */
public record JobStatus(int active, int ready, int succeeded, int failed) {

  /** The status before anything happened. */
  public static final JobStatus EMPTY = new JobStatus(0, 0, 0, 0);
}
