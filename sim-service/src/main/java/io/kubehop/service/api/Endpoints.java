package io.kubehop.service.api;

import java.util.List;

/**
 * The endpoints of the Service of the same name in the older form (core/v1), which the API server
 * still serves.
 *
 * @param metadata the metadata
 * @param subsets groups of addresses with the same ports
 */
public record Endpoints(ObjectMeta metadata, List<EndpointSubset> subsets) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "Endpoints";

  /** Copies the collections. */
  public Endpoints {
    subsets = List.copyOf(subsets);
  }

  @Override
  public String apiVersion() {
    return "v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Endpoints withMetadata(ObjectMeta other) {
    return new Endpoints(other, subsets);
  }
}
