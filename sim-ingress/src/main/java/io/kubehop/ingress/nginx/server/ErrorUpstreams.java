package io.kubehop.ingress.nginx.server;

import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the upstreams of {@code default-backend} annotations: they answer errors, and take the
 * place of an upstream that has no endpoints.
 */
final class ErrorUpstreams {
  private final UpstreamDrafts upstreams;
  private final UpstreamEndpoints endpoints;

  ErrorUpstreams(UpstreamDrafts upstreams, ClusterView cluster) {
    this.upstreams = upstreams;
    this.endpoints = new UpstreamEndpoints(cluster);
  }

  void addFor(ServerDraft server) {
    for (LocationDraft location : server.locations) {
      UpstreamDraft own = upstreams.get(location.upstream);
      if (own != null && !own.name.equals(Upstream.DEFAULT)) {
        location
            .annotations
            .errors()
            .service()
            .filter(s -> !own.hasEndpoints() || !location.annotations.errors().codes().isEmpty())
            .ifPresent(service -> use(location, own, service));
      }
    }
  }

  private void use(LocationDraft location, UpstreamDraft own, Service service) {
    List<ServicePort> ports = service.spec().ports();
    List<Endpoint> ready =
        ports.isEmpty() ? List.of() : new ArrayList<>(endpoints.ready(service, ports.get(0)));
    if (ready.isEmpty()) {
      return;
    }
    String namespaced = service.key().namespacedName();
    String name = "custom-default-backend-" + namespaced.replace('/', '-');
    upstreams.put(own.copy(name, namespaced + ":" + ports.get(0).port(), ready));
    location.errorUpstream = name;
    if (!own.hasEndpoints()) {
      location.upstream = name;
    }
  }
}
