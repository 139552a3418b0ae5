package io.kubehop.service.api;

/**
 * Which controller serves the Ingresses of a class (networking.k8s.io/v1).
 *
 * @param metadata the metadata
 * @param controller the controller, such as {@code k8s.io/ingress-nginx}
 */
public record IngressClass(ObjectMeta metadata, String controller) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "IngressClass";

  @Override
  public String apiVersion() {
    return "networking.k8s.io/v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public IngressClass withMetadata(ObjectMeta other) {
    return new IngressClass(other, controller);
  }

  /** The annotation that makes a class the one of Ingresses that name none. */
  public static final String DEFAULT_ANNOTATION = "ingressclass.kubernetes.io/is-default-class";

  /** Returns whether Ingresses that name no class belong to this one. */
  public boolean isDefault() {
    return "true".equals(metadata.annotations().get(DEFAULT_ANNOTATION));
  }
}
