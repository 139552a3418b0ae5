package io.kubehop.ingress.nginx.server;

import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.api.RuleRef;
import io.kubehop.ingress.nginx.annotation.Balancing;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one upstream for each Service port that some Ingress names (createUpstreams). The first
 * Ingress that names it decides how it balances.
 */
final class UpstreamDrafts {
  private final ClusterView cluster;
  private final UpstreamEndpoints endpoints;
  private final Findings findings;
  private final Map<String, UpstreamDraft> drafts = new LinkedHashMap<>();

  UpstreamDrafts(ClusterView cluster, Findings findings) {
    this.cluster = cluster;
    this.endpoints = new UpstreamEndpoints(cluster);
    this.findings = findings;
  }

  /** All drafts by name. */
  Map<String, UpstreamDraft> all() {
    return drafts;
  }

  @Nullable UpstreamDraft get(String name) {
    return drafts.get(name);
  }

  @Nullable UpstreamDraft of(ServedIngress served, IngressBackend backend) {
    return backend.service().map(s -> drafts.get(name(served.namespace(), s))).orElse(null);
  }

  void put(UpstreamDraft draft) {
    drafts.put(draft.name, draft);
  }

  void addAll(ServedIngress served) {
    Ingress ingress = served.ingress();
    ingress
        .spec()
        .defaultBackend()
        .flatMap(IngressBackend::service)
        .ifPresent(s -> put(create(served, s, RuleRef.ofDefaultBackend(ingress))));
    List<IngressRule> rules = ingress.spec().rules();
    for (int r = 0; r < rules.size(); r++) {
      List<HTTPIngressPath> paths = rules.get(r).paths().orElse(List.of());
      for (int p = 0; p < paths.size(); p++) {
        addPath(served, paths.get(p), RuleRef.ofPath(ingress, r, p));
      }
    }
  }

  private void addPath(ServedIngress served, HTTPIngressPath path, RuleRef rule) {
    Optional<IngressServiceBackend> service = path.backend().service();
    if (service.isPresent() && !drafts.containsKey(name(served.namespace(), service.get()))) {
      put(create(served, service.get(), rule));
    }
  }

  private UpstreamDraft create(ServedIngress served, IngressServiceBackend backend, RuleRef rule) {
    String wanted = port(backend);
    Optional<Service> service = cluster.service(served.namespace(), backend.name());
    Balancing balancing = served.annotations().balancing();
    report(served, backend, service, rule);
    return new UpstreamDraft(
        name(served.namespace(), backend),
        label(served.namespace(), backend, service),
        service.isPresent() && service.get().spec().isExternalName(),
        service.map(s -> endpoints(s, wanted, balancing.serviceUpstream())).orElse(List.of()),
        balancing,
        served.annotations().canary());
  }

  private List<Endpoint> endpoints(Service service, String wanted, boolean serviceUpstream) {
    String address = service.spec().clusterIP();
    if (!serviceUpstream || address.isEmpty() || service.spec().isHeadless()) {
      return endpoints.of(service, wanted);
    }
    if (wanted.matches("[0-9]{1,5}")) {
      return List.of(new Endpoint(address, Integer.parseInt(wanted)));
    }
    return service.spec().ports().stream()
        .filter(port -> port.name().equals(wanted))
        .findFirst()
        .map(port -> List.of(new Endpoint(address, port.port())))
        .orElseGet(() -> endpoints.of(service, wanted));
  }

  private void report(
      ServedIngress served,
      IngressServiceBackend backend,
      Optional<Service> service,
      RuleRef rule) {
    String name = served.namespace() + "/" + backend.name();
    String path = rule.path().startsWith("spec.rules") ? rule.path() + ".backend" : rule.path();
    if (service.isEmpty()) {
      findings.add(rule.ingress(), path + ".service.name", "there is no Service " + name + ": 503");
    } else if (!service.get().spec().isExternalName()
        && UpstreamEndpoints.port(service.get().spec(), port(backend)).isEmpty()) {
      findings.add(
          rule.ingress(),
          path + ".service.port",
          "Service " + name + " has no port '" + port(backend) + "': 503");
    }
  }

  static String name(String namespace, IngressServiceBackend backend) {
    return namespace + "-" + backend.name() + "-" + port(backend);
  }

  private static String port(IngressServiceBackend backend) {
    return backend.portName().isEmpty() ? String.valueOf(backend.portNumber()) : backend.portName();
  }

  private static String label(
      String namespace, IngressServiceBackend backend, Optional<Service> service) {
    String port =
        service
            .flatMap(s -> UpstreamEndpoints.port(s.spec(), port(backend)))
            .map(ServicePort::port)
            .map(String::valueOf)
            .orElse(port(backend));
    return namespace + "/" + backend.name() + ":" + port;
  }
}
