package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.ClientHello;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.ingress.nginx.annotation.ErrorPages;
import io.kubehop.ingress.nginx.balance.Pick;
import io.kubehop.ingress.nginx.balance.PickRequest;
import io.kubehop.ingress.nginx.balance.UpstreamBalancer;
import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.nginx.server.Upstream;
import io.kubehop.ingress.proxy.Attempts;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.ForwardPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code custom-http-errors}: a status that another backend answers. It gets the path {@code /} and
 * is told of the error in header fields.
 */
final class ErrorPage {
  private final NginxContext context;
  private final RequestFacts facts;
  private final Location location;
  private final Variables variables;

  ErrorPage(NginxContext context, RequestFacts facts, Location location, Variables variables) {
    this.context = context;
    this.facts = facts;
    this.location = location;
    this.variables = variables;
  }

  /** What answers a status; null if it is left as it is. */
  @Nullable Decision forStatus(int status, boolean ofBackend) {
    ErrorPages pages = location.annotations().errors();
    if (!pages.codes().isEmpty()) {
      boolean applies = pages.codes().contains(status) && (!ofBackend || pages.interceptsBackend());
      return applies ? page(status, location.errorUpstream()) : null;
    }
    boolean global = context.settings().list("custom-http-errors").contains(String.valueOf(status));
    return global ? page(status, Upstream.DEFAULT) : null;
  }

  private Decision page(int status, String name) {
    UpstreamBalancer balancer = context.balancers().of(name);
    if (balancer == null) {
      HttpResponse none = new HttpResponse(502, HttpHeaders.NONE, name + " has no endpoints");
      return new Decision.Answer(none, "");
    }
    HttpRequest request =
        new HttpRequest(facts.request().method(), "/" + facts.uri().querySuffix(), headers(status));
    return new Decision.Forward(request, balancer.upstream().label(), new Plan(balancer));
  }

  private HttpHeaders headers(int status) {
    String accept = facts.headers().first("Accept");
    HttpHeaders headers =
        HttpHeaders.of(
            "Host", facts.siteHost(),
            "X-Code", String.valueOf(status),
            "X-Format", accept == null ? "" : accept,
            "X-Original-URI", facts.request().target(),
            "X-Namespace", variables.apply("namespace"),
            "X-Ingress-Name", variables.apply("ingress_name"),
            "X-Service-Name", variables.apply("service_name"),
            "X-Service-Port", variables.apply("service_port"),
            "X-Forwarded-For", facts.client().toString());
    return new HttpHeaders(headers.fields().stream().filter(f -> !f.value().isEmpty()).toList());
  }

  private final class Plan implements ForwardPlan {
    private final UpstreamBalancer balancer;

    Plan(UpstreamBalancer balancer) {
      this.balancer = balancer;
    }

    @Override
    public @Nullable SocketAddress next(List<SocketAddress> tried) {
      Pick pick = balancer.pick(new PickRequest(facts.headers(), variables, tried));
      return pick == null ? null : pick.endpoint();
    }

    @Override
    public @Nullable ClientHello tls() {
      return null;
    }

    @Override
    public Attempts attempts() {
      return Attempts.ONE;
    }
  }
}
