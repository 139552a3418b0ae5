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

  @Override
  public OpaqueObject withMetadata(ObjectMeta other) {
    return new OpaqueObject(apiVersion, kind, other);
  }
}
