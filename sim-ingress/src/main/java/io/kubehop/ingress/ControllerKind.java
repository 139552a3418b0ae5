package io.kubehop.ingress;

import io.kubehop.ingress.nginx.config.ControllerFlags;
import io.kubehop.service.api.Container;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import java.util.Optional;

/** Which ingress controller a Pod runs. */
enum ControllerKind {
  /** ingress-nginx. */
  NGINX,
  /** The controller that follows the text of the API. */
  GENERIC,
  /** The controller of one Gateway. */
  GATEWAY;

  /** The annotation that says which built-in application a Pod runs, whatever its image. */
  static final String APPLICATION = "kubehop.io/app";

  static final String NGINX_APPLICATION = "ingress-nginx";
  static final String GENERIC_APPLICATION = "ingress";
  static final String GATEWAY_APPLICATION = "gateway";

  /** The controller that a Pod, or one made from a template, runs; absent if none. */
  static Optional<ControllerKind> of(ObjectMeta metadata, PodSpec spec) {
    String application = metadata.annotations().get(APPLICATION);
    if (application != null) {
      return switch (application) {
        case NGINX_APPLICATION -> Optional.of(NGINX);
        case GENERIC_APPLICATION -> Optional.of(GENERIC);
        case GATEWAY_APPLICATION -> Optional.of(GATEWAY);
        default -> Optional.empty();
      };
    }
    return spec.containers().stream().anyMatch(ControllerKind::isNginxImage)
        ? Optional.of(NGINX)
        : Optional.empty();
  }

  /**
   * The controller name that IngressClasses of a Pod's own have; absent if it serves no Ingresses.
   */
  static Optional<String> controllerOf(Pod pod) {
    return of(pod.metadata(), pod.spec())
        .filter(kind -> kind != GATEWAY)
        .map(kind -> ControllerFlags.of(pod).controllerClass());
  }

  private static boolean isNginxImage(Container container) {
    String image = container.image();
    int digest = image.indexOf('@');
    image = digest < 0 ? image : image.substring(0, digest);
    int tag = image.lastIndexOf(':');
    image = tag > image.lastIndexOf('/') ? image.substring(0, tag) : image;
    return image.endsWith("ingress-nginx/controller") || image.endsWith("nginx-ingress-controller");
  }
}
