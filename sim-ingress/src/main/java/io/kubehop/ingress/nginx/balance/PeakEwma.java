package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.ingress.nginx.balance.BalancerState.Ewma;
import java.util.ArrayList;
import java.util.List;

/**
 * Of two endpoints at random, the one that has answered faster of late, by an exponentially
 * weighted moving average (lua/balancer/ewma.lua).
 */
final class PeakEwma implements Balancer {
  private static final double DECAY_SECONDS = 10;

  private final List<SocketAddress> endpoints;
  private final BalancerState state;

  PeakEwma(List<SocketAddress> endpoints, BalancerState state) {
    this.endpoints = endpoints;
    this.state = state;
  }

  @Override
  public Pick pick(PickRequest request) {
    List<SocketAddress> left = new ArrayList<>(endpoints);
    left.removeAll(request.tried());
    if (left.isEmpty()) {
      left.addAll(endpoints);
    }
    SocketAddress first = left.remove(state.choices().uniform(state.random(), left.size()));
    if (left.isEmpty()) {
      return Pick.of(first);
    }
    SocketAddress second = left.get(state.choices().uniform(state.random(), left.size()));
    return Pick.of(score(second) < score(first) ? second : first);
  }

  private double score(SocketAddress endpoint) {
    return decayed(endpoint, 0);
  }

  private double decayed(SocketAddress endpoint, double roundTrip) {
    Ewma known = state.averages().get(endpoint);
    if (known == null) {
      return roundTrip;
    }
    double seconds = (state.now() - known.touched()) * 1e-9;
    double weight = Math.exp(-seconds / DECAY_SECONDS);
    return known.value() * weight + roundTrip * (1 - weight);
  }

  /** nginx measures in milliseconds. */
  @Override
  public void answered(SocketAddress endpoint, long nanos) {
    double seconds = nanos / 1_000_000 * 1e-3;
    state.averages().put(endpoint, new Ewma(decayed(endpoint, seconds), state.now()));
  }
}
