package io.kubehop.service.api;

/**
 * An object of a kind that plays no part in networking, or of a kind that the simulator does not
 * know: it is kept, found by its key and printed back, and it changes nothing.
 *
 * @param apiVersion group and version as given
 * @param kind kind as given
 * @param metadata the metadata
 */
public record OpaqueObject(String apiVersion, String kind, ObjectMeta metadata)
    implements KubeObject {

  /**
   * Returns the key of the object. Its kind is {@code KIND.GROUP}, as {@code kubectl} writes it,
   * where the group is not one of Kubernetes' own, since such a group may well have another kind of
   * Service.
   */
  @Override
  public ObjectKey key() {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    boolean ownGroup = group.indexOf('.') < 0 || group.endsWith(".k8s.io");
    return new ObjectKey(
        ownGroup ? kind : kind + "." + group, metadata.namespace(), metadata.name());
  }

  @Override
  public OpaqueObject withMetadata(ObjectMeta other) {
    return new OpaqueObject(apiVersion, kind, other);
  }
}
