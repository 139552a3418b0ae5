package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.ingress.nginx.route.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * Equal keys go to the same group of endpoints, and within it to any ({@code
 * upstream-hash-by-subset}, lua/balancer/chashsubset.lua). The last group is filled up with the
 * first endpoints.
 */
final class HashSubset implements Balancer {
  private final List<List<SocketAddress>> subsets = new ArrayList<>();
  private final HashRing ring;
  private final Template key;
  private final BalancerState state;

  HashSubset(List<SocketAddress> endpoints, String hashBy, int size, BalancerState state) {
    this.key = Template.parse(hashBy);
    this.state = state;
    List<String> names = new ArrayList<>();
    for (int from = 0; from < endpoints.size(); from += size) {
      List<SocketAddress> subset = new ArrayList<>();
      for (int i = from; i < from + size; i++) {
        int index = i < endpoints.size() ? i : (i - endpoints.size()) % endpoints.size();
        subset.add(endpoints.get(index));
      }
      subsets.add(subset);
      names.add("set" + subsets.size());
    }
    this.ring = new HashRing(names);
  }

  @Override
  public Pick pick(PickRequest request) {
    List<SocketAddress> subset = subsets.get(ring.find(key.fill(request.variables())));
    return Pick.of(subset.get(state.choices().uniform(state.random(), subset.size())));
  }
}
