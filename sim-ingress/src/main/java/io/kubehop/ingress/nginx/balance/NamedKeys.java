package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key names its endpoint: the MD5 of the upstream's name and the endpoint
 * (lua/balancer/sticky_persistent.lua).
 */
final class NamedKeys implements KeyedEndpoints {
  private final List<SocketAddress> endpoints;
  private final List<String> keys;
  private final BalancerState state;

  NamedKeys(String upstream, List<SocketAddress> endpoints, BalancerState state) {
    this.endpoints = endpoints;
    this.keys = endpoints.stream().map(endpoint -> Md5.hex(upstream + endpoint)).toList();
    this.state = state;
  }

  @Override
  public int find(String key) {
    return keys.indexOf(key);
  }

  @Override
  public @Nullable Choice choose(List<SocketAddress> failed) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < endpoints.size(); i++) {
      if (!failed.contains(endpoints.get(i))) {
        left.add(i);
      }
    }
    if (left.isEmpty()) {
      return null;
    }
    int chosen = left.get(state.choices().uniform(state.random(), left.size()));
    return new Choice(keys.get(chosen), chosen);
  }
}
