package io.kubehop.service.api;

/**
 * Which controller serves the Gateways of a class (gateway.networking.k8s.io/v1).
 *
 * @param metadata the metadata
 * @param controllerName the controller, such as {@code example.net/gateway-controller}
 */
public record GatewayClass(ObjectMeta metadata, String controllerName) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "GatewayClass";

  @Override
  public String apiVersion() {
    return Gateway.API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public GatewayClass withMetadata(ObjectMeta other) {
    return new GatewayClass(other, controllerName);
  }
}
