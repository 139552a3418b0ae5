package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.ingress.nginx.route.Template;
import java.util.List;

/** Equal keys go to the same endpoint ({@code upstream-hash-by}, lua/balancer/chash.lua). */
final class ConsistentHash implements Balancer {
  private final List<SocketAddress> endpoints;
  private final HashRing ring;
  private final Template key;

  ConsistentHash(List<SocketAddress> endpoints, String hashBy) {
    this.endpoints = endpoints;
    this.ring = new HashRing(endpoints.stream().map(SocketAddress::toString).toList());
    this.key = Template.parse(hashBy);
  }

  @Override
  public Pick pick(PickRequest request) {
    return Pick.of(endpoints.get(ring.find(key.fill(request.variables()))));
  }
}
