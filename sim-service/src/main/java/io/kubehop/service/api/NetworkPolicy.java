package io.kubehop.service.api;

/**
 * Which connections Pods may take and make (networking.k8s.io/v1).
 *
 * @param metadata the metadata
 * @param spec the rules
 */
public record NetworkPolicy(ObjectMeta metadata, NetworkPolicySpec spec) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "NetworkPolicy";

  @Override
  public String apiVersion() {
    return "networking.k8s.io/v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public NetworkPolicy withMetadata(ObjectMeta other) {
    return new NetworkPolicy(other, spec);
  }

  /** Returns this object with another specification. */
  public NetworkPolicy withSpec(NetworkPolicySpec other) {
    return new NetworkPolicy(metadata, other);
  }
}
