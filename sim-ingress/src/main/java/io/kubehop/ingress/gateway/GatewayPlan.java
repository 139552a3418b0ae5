package io.kubehop.ingress.gateway;

import io.kubehop.core.http.ClientHello;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.ingress.proxy.Attempts;
import io.kubehop.ingress.proxy.ForwardPlan;
import io.kubehop.ingress.proxy.SpreadPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes a request on to any endpoint, and its answer back as filters say. */
final class GatewayPlan implements ForwardPlan {
  private final SpreadPlan spread;
  private final Filters filters;
  private final Optional<Duration> timeout;

  GatewayPlan(SpreadPlan spread, Filters filters, Optional<Duration> timeout) {
    this.spread = spread;
    this.filters = filters;
    this.timeout = timeout;
  }

  @Override
  public SocketAddress next(List<SocketAddress> tried) {
    return spread.next(tried);
  }

  @Override
  public @Nullable ClientHello tls() {
    return null;
  }

  @Override
  public Attempts attempts() {
    return timeout
        .map(Duration::toNanos)
        .map(nanos -> new Attempts(nanos, nanos, List.of(), 1, 0))
        .orElse(Attempts.ONE);
  }

  @Override
  public HttpResponse amend(HttpResponse response) {
    return response.withHeaders(filters.applyToResponse(response.headers()));
  }
}
