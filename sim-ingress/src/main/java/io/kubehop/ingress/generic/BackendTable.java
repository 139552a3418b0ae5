package io.kubehop.ingress.generic;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.api.ReadyEndpoints;
import io.kubehop.service.api.HTTPIngressPath;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressBackend;
import io.kubehop.service.api.IngressRule;
import io.kubehop.service.api.IngressServiceBackend;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The Services behind the rules, with their endpoints, as they were when the table was made. */
final class BackendTable {
  private final Map<Key, Resolved> resolved = new LinkedHashMap<>(); // never iterated

  private record Key(String namespace, IngressServiceBackend backend) {}

  /**
   * A Service port with its ready endpoints.
   *
   * @param label {@code namespace/service:port}
   */
  record Resolved(String label, List<SocketAddress> endpoints) {}

  BackendTable(List<Ingress> ingresses, IngressStore store) {
    for (Ingress ingress : ingresses) {
      String namespace = ingress.metadata().namespace();
      ingress.spec().defaultBackend().ifPresent(backend -> add(namespace, backend, store));
      for (IngressRule rule : ingress.spec().rules()) {
        for (HTTPIngressPath path : rule.paths().orElse(List.of())) {
          add(namespace, path.backend(), store);
        }
      }
    }
  }

  private void add(String namespace, IngressBackend backend, IngressStore store) {
    backend
        .service()
        .ifPresent(
            wanted ->
                resolved.computeIfAbsent(
                    new Key(namespace, wanted), key -> resolve(namespace, wanted, store)));
  }

  private static Resolved resolve(
      String namespace, IngressServiceBackend wanted, IngressStore store) {
    Optional<Service> service = store.service(namespace, wanted.name());
    int port = service.map(s -> port(s, wanted)).orElse(wanted.portNumber());
    List<SocketAddress> endpoints =
        service.map(s -> ReadyEndpoints.of(store.slices(s.key()), s, port)).orElse(List.of());
    return new Resolved(namespace + "/" + wanted.name() + ":" + port, endpoints);
  }

  private static int port(Service service, IngressServiceBackend wanted) {
    return service.spec().ports().stream()
        .filter(port -> !wanted.portName().isEmpty() && port.name().equals(wanted.portName()))
        .map(ServicePort::port)
        .findFirst()
        .orElse(wanted.portNumber());
  }

  Resolved get(String namespace, IngressServiceBackend backend) {
    return Objects.requireNonNull(resolved.get(new Key(namespace, backend)));
  }
}
