package io.kubehop.ingress.gateway;

import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.api.ReadyEndpoints;
import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.HTTPRoute;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the Services behind the rules of a route, as they are now. */
final class BackendResolver {
  private final IngressStore store;
  private final Grants grants;
  private final Findings findings;

  BackendResolver(IngressStore store, Findings findings) {
    this.store = store;
    this.grants = new Grants(store);
    this.findings = findings;
  }

  BackendChoice resolve(HTTPRoute route, HTTPRoute.Rule rule, String path) {
    List<BackendChoice.Target> targets = new ArrayList<>();
    for (int i = 0; i < rule.backends().size(); i++) {
      HTTPRoute.Backend backend = rule.backends().get(i);
      if (backend.weight() > 0) {
        targets.add(target(route, backend, path + ".backendRefs[" + i + "]"));
      }
    }
    return new BackendChoice(targets);
  }

  private BackendChoice.Target target(HTTPRoute route, HTTPRoute.Backend backend, String path) {
    Gateway.Reference target = backend.target();
    String namespace =
        target.namespace().isEmpty() ? route.metadata().namespace() : target.namespace();
    Optional<Service> service =
        isService(target) ? store.service(namespace, target.name()) : Optional.empty();
    Optional<String> fault = fault(route, backend, namespace, service);
    fault.ifPresent(why -> findings.add(route.key(), path, why + "; its share is answered by 500"));
    return new BackendChoice.Target(
        fault.isPresent() ? "" : namespace + "/" + target.name() + ":" + backend.port(),
        service
            .map(each -> ReadyEndpoints.of(store.slices(each.key()), each, backend.port()))
            .orElse(List.of()),
        backend.weight(),
        backend.filters(),
        fault);
  }

  private static boolean isService(Gateway.Reference target) {
    return target.group().isEmpty() && target.kind().equals(Service.KIND);
  }

  private Optional<String> fault(
      HTTPRoute route, HTTPRoute.Backend backend, String namespace, Optional<Service> service) {
    Gateway.Reference target = backend.target();
    if (!isService(target)) {
      return Optional.of("a backend of kind " + target.kind() + " is not supported");
    }
    if (!grants.allow(route, namespace, target)) {
      return Optional.of("no ReferenceGrant in " + namespace + " lets the route name its Services");
    }
    if (service.isEmpty()) {
      return Optional.of("there is no Service " + namespace + "/" + target.name());
    }
    return service.get().spec().ports().stream().anyMatch(port -> port.port() == backend.port())
        ? Optional.empty()
        : Optional.of("Service " + namespace + "/" + target.name() + " has no such port");
  }
}
