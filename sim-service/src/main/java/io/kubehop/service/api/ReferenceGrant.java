package io.kubehop.service.api;

import java.util.List;

/**
 * Lets objects of other namespaces name objects of its own (gateway.networking.k8s.io/v1beta1).
 *
 * @param metadata the metadata
 * @param from who may
 * @param to what they may name
 */
public record ReferenceGrant(ObjectMeta metadata, List<From> from, List<To> to)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "ReferenceGrant";

  /** Copies the lists. */
  public ReferenceGrant {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** Objects of a kind in a namespace. */
  public record From(String group, String kind, String namespace) {}

  /**
   * Objects of a kind in the namespace of the grant.
   *
   * @param name the one that is meant; empty for all of them
   */
  public record To(String group, String kind, String name) {}

  @Override
  public String apiVersion() {
    return Gateway.API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public ReferenceGrant withMetadata(ObjectMeta other) {
    return new ReferenceGrant(other, from, to);
  }
}
