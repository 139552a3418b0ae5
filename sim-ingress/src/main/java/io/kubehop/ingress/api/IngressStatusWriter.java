package io.kubehop.ingress.api;

import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressStatus;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import java.util.List;
import java.util.Optional;

/** Writes the addresses of the Service in front of a controller into the status of Ingresses. */
public final class IngressStatusWriter {
  private final IngressStore store;
  private final ObjectKey service;

  /** Writes the addresses of a Service. */
  public IngressStatusWriter(IngressStore store, ObjectKey service) {
    this.store = store;
    this.service = service;
  }

  /** Writes the addresses that the Service has now. */
  public void write(List<Ingress> ingresses) {
    IngressStatus status =
        new IngressStatus(
            store
                .service(service.namespace(), service.name())
                .map(IngressStatusWriter::addresses)
                .orElse(List.of()));
    for (Ingress ingress : ingresses) {
      store
          .apiServer()
          .find(Ingress.class, ingress.key())
          .filter(current -> !current.status().equals(status))
          .ifPresent(current -> store.apiServer().update(current.withStatus(status)));
    }
  }

  private static List<LoadBalancerIngress> addresses(Service service) {
    return service.status().loadBalancer().stream()
        .map(
            point ->
                new LoadBalancerIngress(point.ip(), point.hostname(), Optional.empty(), List.of()))
        .toList();
  }
}
