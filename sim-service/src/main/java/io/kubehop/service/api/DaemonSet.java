package io.kubehop.service.api;

/**
 * One Pod on every node that fits (apps/v1).
 *
 * @param metadata the metadata
 * @param spec what is wanted
 * @param status how far it is
 */
public record DaemonSet(ObjectMeta metadata, DaemonSetSpec spec, DaemonSetStatus status)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "DaemonSet";

  @Override
  public String apiVersion() {
    return "apps/v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DaemonSet withMetadata(ObjectMeta other) {
    return new DaemonSet(other, spec, status);
  }

  /** Returns this object with another specification. */
  public DaemonSet withSpec(DaemonSetSpec other) {
    return new DaemonSet(metadata, other, status);
  }

  /** Returns this object with another status. */
  public DaemonSet withStatus(DaemonSetStatus other) {
    return new DaemonSet(metadata, spec, other);
  }
}
