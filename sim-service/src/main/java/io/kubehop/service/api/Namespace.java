package io.kubehop.service.api;

/**
 * A namespace (core/v1).
 *
 * @param metadata the metadata; its labels are what namespace selectors match
 */
public record Namespace(ObjectMeta metadata) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "Namespace";

  @Override
  public String apiVersion() {
    return "v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Namespace withMetadata(ObjectMeta other) {
    return new Namespace(other);
  }
}
