package io.kubehop.ingress;

import io.kubehop.core.net.IpAddress;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the world's DNS says of the hosts of Ingresses, if their owners keep it in order: the
 * address of the Service in front of the controller that serves the host.
 */
final class OutsideNames {
  private final IngressStore store;
  private final List<IngressController> controllers;

  OutsideNames(IngressStore store, List<IngressController> controllers) {
    this.store = store;
    this.controllers = controllers;
  }

  boolean isClaimed(String host) {
    return controllers.stream()
        .anyMatch(each -> each.claims(host) || each.claims(wildcardOf(host)));
  }

  private static String wildcardOf(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : "*" + host.substring(dot);
  }

  Optional<IpAddress> addressOf(String host) {
    return first(controller -> controller.claims(host))
        .or(() -> first(controller -> controller.claims(wildcardOf(host))))
        .or(() -> first(controller -> true))
        .or(this::ofOthers);
  }

  /** An address that some Ingress brings, though nobody here serves it. */
  private Optional<IpAddress> ofOthers() {
    return address(published(store.ingresses()).stream());
  }

  private static Optional<IpAddress> address(Stream<LoadBalancerIngress> points) {
    return points
        .map(LoadBalancerIngress::ip)
        .filter(IpAddress::isAddress)
        .map(IpAddress::parse)
        .findFirst();
  }

  private Optional<IpAddress> first(Predicate<IngressController> wanted) {
    return address(controllers.stream().filter(wanted).flatMap(each -> points(each).stream()));
  }

  /** The ways to a controller: by the Service in front of it, else by what it has published. */
  private List<LoadBalancerIngress> points(IngressController controller) {
    ObjectKey key = controller.service();
    List<LoadBalancerIngress> ofService =
        store
            .service(key.namespace(), key.name())
            .map(service -> service.status().loadBalancer())
            .orElse(List.of());
    return ofService.isEmpty() ? published(controller.served()) : ofService;
  }

  private List<LoadBalancerIngress> published(List<Ingress> ingresses) {
    return ingresses.stream()
        .flatMap(ingress -> store.find(ingress.key()).stream())
        .flatMap(found -> ((Ingress) found).status().loadBalancer().stream())
        .toList();
  }
}
