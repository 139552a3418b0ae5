package io.kubehop.service.api;

/**
 * A Service (core/v1): a stable address, or a DNS name, in front of a changing set of endpoints.
 *
 * @param metadata the metadata
 * @param spec what is wanted, and what the API server allocated for it
 * @param status what load balancers have published
 */
public record Service(ObjectMeta metadata, ServiceSpec spec, ServiceStatus status)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "Service";

  @Override
  public String apiVersion() {
    return "v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Service withMetadata(ObjectMeta other) {
    return new Service(other, spec, status);
  }

  /** Returns this object with another specification. */
  public Service withSpec(ServiceSpec other) {
    return new Service(metadata, other, status);
  }

  /** Returns this object with another status. */
  public Service withStatus(ServiceStatus other) {
    return new Service(metadata, spec, other);
  }
}
