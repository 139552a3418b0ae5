package io.kubehop.service.api;

/**
 * A number of equal Pods with rolling updates (apps/v1), which it keeps by way of ReplicaSets.
 *
 * @param metadata the metadata
 * @param spec what is wanted
 * @param status how far it is
 */
public record Deployment(ObjectMeta metadata, DeploymentSpec spec, DeploymentStatus status)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "Deployment";

  @Override
  public String apiVersion() {
    return "apps/v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Deployment withMetadata(ObjectMeta other) {
    return new Deployment(other, spec, status);
  }

  /** Returns this object with another specification. */
  public Deployment withSpec(DeploymentSpec other) {
    return new Deployment(metadata, other, status);
  }

  /** Returns this object with another status. */
  public Deployment withStatus(DeploymentStatus other) {
    return new Deployment(metadata, spec, other);
  }
}
