package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.ClientHello;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.RefCell;
import io.kubehop.ingress.nginx.annotation.ProxySettings;
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

/** Passes a request on to the endpoints of an upstream, as its location says. */
final class UpstreamPlan implements ForwardPlan {
  private final NginxContext context;
  private final RequestFacts facts;
  private final Location location;
  private final Variables variables;
  private final UpstreamBalancer balancer;
  private final ResponseFilter responses;
  private final RefCell<String> cookie;

  UpstreamPlan(
      NginxContext context,
      RequestFacts facts,
      Location location,
      Variables variables,
      UpstreamBalancer balancer,
      ResponseFilter responses) {
    this.context = context;
    this.facts = facts;
    this.location = location;
    this.variables = variables;
    this.balancer = balancer;
    this.responses = responses;
    this.cookie = new RefCell<>(context.journal(), "");
  }

  @Override
  public @Nullable SocketAddress next(List<SocketAddress> tried) {
    Pick pick = balancer.pick(new PickRequest(facts.headers(), variables, tried));
    if (pick == null) {
      return null;
    }
    cookie.set(pick.cookie());
    return pick.endpoint();
  }

  @Override
  public @Nullable ClientHello tls() {
    boolean encrypted =
        switch (location.annotations().protocol()) {
          case "HTTPS", "GRPCS" -> true;
          case "AUTO_HTTP" -> facts.tls();
          default -> false;
        };
    // proxy_ssl_server_name is off: no name is sent.
    return encrypted && !location.upstream().equals(Upstream.DEFAULT) ? new ClientHello("") : null;
  }

  @Override
  public Attempts attempts() {
    ProxySettings proxy = location.annotations().proxy();
    return new Attempts(
        proxy.connectTimeout(),
        proxy.readTimeout(),
        proxy.nextUpstream(),
        proxy.nextUpstreamTries(),
        proxy.nextUpstreamTimeout());
  }

  @Override
  public HttpResponse amend(HttpResponse response) {
    HttpResponse amended =
        responses.decorate(responses.redirected(responses.withoutHidden(response)));
    return responses.withCookie(amended, balancer.upstream(), cookie.get());
  }

  @Override
  public @Nullable Decision instead(int status, boolean ofBackend) {
    return new ErrorPage(context, facts, location, variables).forStatus(status, ofBackend);
  }

  @Override
  public void answered(SocketAddress endpoint, long nanos) {
    balancer.answered(endpoint, nanos);
  }
}
