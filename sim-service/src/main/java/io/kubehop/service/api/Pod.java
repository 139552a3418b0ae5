package io.kubehop.service.api;

/**
 * A Pod (core/v1): containers that share a network namespace.
 *
 * @param metadata the metadata
 * @param spec what is to run, and where
 * @param status what does run
 */
public record Pod(ObjectMeta metadata, PodSpec spec, PodStatus status) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "Pod";

  @Override
  public String apiVersion() {
    return "v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Pod withMetadata(ObjectMeta other) {
    return new Pod(other, spec, status);
  }

  /** Returns this object with another specification. */
  public Pod withSpec(PodSpec other) {
    return new Pod(metadata, other, status);
  }

  /** Returns this object with another status. */
  public Pod withStatus(PodStatus other) {
    return new Pod(metadata, spec, other);
  }
}
