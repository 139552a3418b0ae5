package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keys are made up at random and belong to endpoints by consistent hashing, so that an endpoint's
 * share of new clients is its share of the ring (lua/balancer/sticky_balanced.lua).
 */
final class HashedKeys implements KeyedEndpoints {
  private final List<SocketAddress> endpoints;
  private final HashRing ring;
  private final BalancerState state;

  HashedKeys(List<SocketAddress> endpoints, BalancerState state) {
    this.endpoints = endpoints;
    this.ring = new HashRing(endpoints.stream().map(SocketAddress::toString).toList());
    this.state = state;
  }

  @Override
  public int find(String key) {
    return ring.find(key);
  }

  @Override
  public @Nullable Choice choose(List<SocketAddress> failed) {
    long[] weights = ring.shares();
    long left = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = failed.contains(endpoints.get(i)) ? 0 : weights[i];
      left += weights[i];
    }
    if (left == 0) {
      return null;
    }
    int chosen = state.choices().weighted(state.random(), weights);
    String key = newKey();
    while (ring.find(key) != chosen) {
      key = newKey();
    }
    return new Choice(key, chosen);
  }

  /** Time, process and a random number, as the controller makes them. */
  private String newKey() {
    long millis = state.wallClockMillis() + 1000;
    return String.format(
        Locale.ROOT,
        "%d.%03d.%d.%d",
        millis / 1000,
        millis % 1000,
        28 + state.drawn().nextInt(8),
        1 + state.drawn().nextInt(999_999));
  }
}
