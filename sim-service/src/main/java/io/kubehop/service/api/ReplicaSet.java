package io.kubehop.service.api;

/**
 * A number of equal Pods (apps/v1).
 *
 * @param metadata the metadata
 * @param spec what is wanted
 * @param status how far it is
 */
public record ReplicaSet(ObjectMeta metadata, ReplicaSetSpec spec, ReplicaSetStatus status)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "ReplicaSet";

  @Override
  public String apiVersion() {
    return "apps/v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public ReplicaSet withMetadata(ObjectMeta other) {
    return new ReplicaSet(other, spec, status);
  }

  /** Returns this object with another specification. */
  public ReplicaSet withSpec(ReplicaSetSpec other) {
    return new ReplicaSet(metadata, other, status);
  }

  /** Returns this object with another status. */
  public ReplicaSet withStatus(ReplicaSetStatus other) {
    return new ReplicaSet(metadata, spec, other);
  }
}
