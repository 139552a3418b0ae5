package io.kubehop.service.api;

/**
 * Pods that run to their end (batch/v1).
 *
 * @param metadata the metadata
 * @param spec what is wanted
 * @param status how far it is
 */
public record Job(ObjectMeta metadata, JobSpec spec, JobStatus status) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "Job";

  @Override
  public String apiVersion() {
    return "batch/v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Job withMetadata(ObjectMeta other) {
    return new Job(other, spec, status);
  }

  /** Returns this object with another specification. */
  public Job withSpec(JobSpec other) {
    return new Job(metadata, other, status);
  }

  /** Returns this object with another status. */
  public Job withStatus(JobStatus other) {
    return new Job(metadata, spec, other);
  }
}
