package io.kubehop.service.api;

/**
 * Jobs by the clock (batch/v1). It is kept, but it never runs.
 *
 * @param metadata the metadata
 * @param spec what is wanted
 */
public record CronJob(ObjectMeta metadata, CronJobSpec spec) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "CronJob";

  @Override
  public String apiVersion() {
    return "batch/v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public CronJob withMetadata(ObjectMeta other) {
    return new CronJob(other, spec);
  }

  /** Returns this object with another specification. */
  public CronJob withSpec(CronJobSpec other) {
    return new CronJob(metadata, other);
  }
}
