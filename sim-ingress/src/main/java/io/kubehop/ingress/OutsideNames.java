package io.kubehop.ingress;

import io.kubehop.core.net.IpAddress;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.LoadBalancerIngress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

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

  Optional<IpAddress> addressOf(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    int dot = name.indexOf('.');
    String wildcard = dot < 0 ? name : "*" + name.substring(dot);
    return first(controller -> claims(controller, name))
        .or(() -> first(controller -> claims(controller, wildcard)))
        .or(() -> first(controller -> true))
        .or(this::published);
  }

  private static boolean claims(IngressController controller, String host) {
    return controller.served().stream()
        .flatMap(ingress -> ingress.spec().rules().stream())
        .anyMatch(rule -> rule.host().equalsIgnoreCase(host));
  }

  private Optional<IpAddress> first(Predicate<IngressController> wanted) {
    return controllers.stream()
        .filter(wanted)
        .map(IngressController::service)
        .map(key -> store.service(key.namespace(), key.name()))
        .flatMap(Optional::stream)
        .flatMap(service -> service.status().loadBalancer().stream())
        .map(LoadBalancerIngress::ip)
        .filter(IpAddress::isAddress)
        .map(IpAddress::parse)
        .findFirst();
  }

  /** An address that some Ingress brings, though nobody here serves it. */
  private Optional<IpAddress> published() {
    return store.ingresses().stream()
        .map(Ingress::status)
        .flatMap(status -> status.loadBalancer().stream())
        .map(LoadBalancerIngress::ip)
        .filter(IpAddress::isAddress)
        .map(IpAddress::parse)
        .findFirst();
  }
}
