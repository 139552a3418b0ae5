package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import java.util.List;

/**
 * Endpoints in turn, from a random start (lua-resty-balancer, roundrobin).
 *
 * <p>Each worker process of nginx has a turn of its own, and the kernel spreads connections over
 * the workers by a hash; so with more than one worker, nobody outside can know whose turn it is,
 * and every request begins anywhere. With one worker the turn is kept.
 */
final class RoundRobin implements Balancer {
  private final String upstream;
  private final List<SocketAddress> endpoints;
  private final boolean oneWorker;
  private final BalancerState state;

  RoundRobin(
      String upstream, List<SocketAddress> endpoints, boolean oneWorker, BalancerState state) {
    this.upstream = upstream;
    this.endpoints = endpoints;
    this.oneWorker = oneWorker;
    this.state = state;
  }

  @Override
  public Pick pick(PickRequest request) {
    int last = request.isRetry() ? endpoints.indexOf(lastTried(request)) : position();
    int next =
        last < 0
            ? state.choices().uniform(state.random(), endpoints.size())
            : (last + 1) % endpoints.size();
    if (oneWorker) {
      state.positions().put(upstream, next);
    }
    return Pick.of(endpoints.get(next));
  }

  private int position() {
    Integer kept = oneWorker ? state.positions().get(upstream) : null;
    return kept == null ? -1 : kept;
  }

  private static SocketAddress lastTried(PickRequest request) {
    return request.tried().get(request.tried().size() - 1);
  }
}
