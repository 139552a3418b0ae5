package io.kubehop.service.api;

/**
 * Rules by which HTTP requests from outside reach Services (networking.k8s.io/v1).
 *
 * @param metadata the metadata
 * @param spec the rules
 * @param status where requests are taken
 */
public record Ingress(ObjectMeta metadata, IngressSpec spec, IngressStatus status)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "Ingress";

  @Override
  public String apiVersion() {
    return "networking.k8s.io/v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Ingress withMetadata(ObjectMeta other) {
    return new Ingress(other, spec, status);
  }

  /** Returns this object with another specification. */
  public Ingress withSpec(IngressSpec other) {
    return new Ingress(metadata, other, status);
  }

  /** Returns this object with another status. */
  public Ingress withStatus(IngressStatus other) {
    return new Ingress(metadata, spec, other);
  }
}
