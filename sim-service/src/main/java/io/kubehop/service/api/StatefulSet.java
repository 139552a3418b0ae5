package io.kubehop.service.api;

/**
 * Pods with stable names and numbers (apps/v1).
 *
 * @param metadata the metadata
 * @param spec what is wanted
 * @param status how far it is
 */
public record StatefulSet(ObjectMeta metadata, StatefulSetSpec spec, StatefulSetStatus status)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "StatefulSet";

  @Override
  public String apiVersion() {
    return "apps/v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public StatefulSet withMetadata(ObjectMeta other) {
    return new StatefulSet(other, spec, status);
  }

  /** Returns this object with another specification. */
  public StatefulSet withSpec(StatefulSetSpec other) {
    return new StatefulSet(metadata, other, status);
  }

  /** Returns this object with another status. */
  public StatefulSet withStatus(StatefulSetStatus other) {
    return new StatefulSet(metadata, spec, other);
  }
}
