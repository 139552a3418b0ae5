package io.kubehop.service.api;

/**
 * A number of equal Pods in the older form (core/v1), with a selector of equalities alone.
 *
 * @param metadata the metadata
 * @param spec what is wanted; the selector defaults to the labels of the template
 * @param status how far it is
 */
public record ReplicationController(
    ObjectMeta metadata, ReplicaSetSpec spec, ReplicaSetStatus status) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "ReplicationController";

  @Override
  public String apiVersion() {
    return "v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public ReplicationController withMetadata(ObjectMeta other) {
    return new ReplicationController(other, spec, status);
  }

  /** Returns this object with another specification. */
  public ReplicationController withSpec(ReplicaSetSpec other) {
    return new ReplicationController(metadata, other, status);
  }

  /** Returns this object with another status. */
  public ReplicationController withStatus(ReplicaSetStatus other) {
    return new ReplicationController(metadata, spec, other);
  }
}
