package io.kubehop.ingress.generic;

import io.kubehop.core.http.Certificate;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.ingress.api.CertificateReader;
import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.api.RuleRef;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.Explanation;
import io.kubehop.ingress.proxy.ProxyRequest;
import io.kubehop.ingress.proxy.Router;
import io.kubehop.ingress.proxy.SpreadPlan;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressBackend;
import io.kubehop.service.api.IngressTLS;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides as the Ingress API says, and passes requests on to any ready endpoint. */
final class GenericRouter implements Router {
  private final IngressStore store;
  private final Simulation simulation;
  private final RandomStream random;
  private final RefCell<Served> served;

  private record Served(List<Ingress> ingresses, RouteTable table, BackendTable backends) {}

  GenericRouter(String identity, IngressStore store, Simulation simulation) {
    this.store = store;
    this.simulation = simulation;
    this.random = simulation.random().stream(identity + "/endpoint");
    Served nothing =
        new Served(
            List.of(),
            new RouteTable(List.of(), new Findings()),
            new BackendTable(List.of(), store));
    this.served = new RefCell<>(simulation.journal(), nothing);
  }

  void load(List<Ingress> ingresses, RouteTable table) {
    served.set(new Served(List.copyOf(ingresses), table, new BackendTable(ingresses, store)));
  }

  @Override
  public Decision decide(ProxyRequest request) {
    Explanation explanation = request.explanation();
    String header = request.request().host();
    String host = withoutPort(header == null ? "" : header).toLowerCase(Locale.ROOT);
    RouteTable table = served.get().table;
    PathRule rule = table.find(host, request.request().path(), explanation);
    if (rule != null) {
      return forward(request, rule.backend(), rule.rule());
    }
    return table
        .fallback(host)
        .map(fallback -> forward(request, fallback.backend(), fallback.rule()))
        .orElseGet(
            () -> answer(404, "", "no rule matches, and there is no default backend", explanation));
  }

  private static String withoutPort(String host) {
    int colon = host.indexOf(':');
    return colon < 0 || host.startsWith("[") ? host : host.substring(0, colon);
  }

  private Decision forward(ProxyRequest request, IngressBackend backend, RuleRef rule) {
    Explanation explanation = request.explanation();
    if (backend.service().isEmpty()) {
      return answer(404, "", rule + " points to a resource that is no Service", explanation);
    }
    BackendTable.Resolved resolved =
        served.get().backends.get(rule.ingress().namespace(), backend.service().get());
    String label = resolved.label();
    if (resolved.endpoints().isEmpty()) {
      return answer(503, label, label + " has no endpoint that is ready", explanation);
    }
    explanation.add("backend " + label);
    return new Decision.Forward(
        passedOn(request), label, new SpreadPlan(resolved.endpoints(), simulation, random));
  }

  private static HttpRequest passedOn(ProxyRequest request) {
    String host = request.request().host();
    HttpHeaders headers =
        request
            .request()
            .headers()
            .without("Connection")
            .with("X-Forwarded-For", request.client().address().toString())
            .with("X-Forwarded-Host", host == null ? "" : host)
            .with("X-Forwarded-Proto", request.isTls() ? "https" : "http");
    return request.request().withHeaders(headers);
  }

  private static Decision answer(int status, String backend, String why, Explanation explanation) {
    explanation.add(status + ": " + why);
    return new Decision.Answer(new HttpResponse(status, HttpHeaders.NONE, why), backend);
  }

  @Override
  public Certificate certificate(String serverName) {
    for (Ingress ingress : served.get().ingresses) {
      for (IngressTLS tls : ingress.spec().tls()) {
        Optional<Certificate> certificate =
            store
                .secret(ingress.metadata().namespace(), tls.secretName())
                .flatMap(CertificateReader::read)
                .filter(c -> c.covers(serverName));
        if (certificate.isPresent()) {
          return certificate.get();
        }
      }
    }
    return new Certificate("the controller's own", List.of());
  }
}
