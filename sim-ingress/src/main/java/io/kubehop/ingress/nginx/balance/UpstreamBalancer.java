package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.ingress.nginx.server.Upstream;
import org.jspecify.annotations.Nullable;

/** An upstream that has endpoints, with its balancer. */
public final class UpstreamBalancer {
  private final Upstream upstream;
  private final Balancer balancer;

  UpstreamBalancer(Upstream upstream, Balancer balancer) {
    this.upstream = upstream;
    this.balancer = balancer;
  }

  /** The upstream. */
  public Upstream upstream() {
    return upstream;
  }

  /** The endpoint for the next attempt; null if there is none. */
  public @Nullable Pick pick(PickRequest request) {
    return balancer.pick(request);
  }

  /** Whether the client has a cookie that keeps it with this upstream. */
  public boolean isAffinitized(PickRequest request) {
    return balancer.isAffinitized(request);
  }

  /** An endpoint has answered after some nanoseconds. */
  public void answered(SocketAddress endpoint, long nanos) {
    balancer.answered(endpoint, nanos);
  }
}
