package io.kubehop.service.api;

import java.util.List;

/**
 * Where requests for an {@link Ingress} are taken (networking/v1 IngressStatus).
 *
 * @param loadBalancer {@code loadBalancer.ingress}; empty while nobody serves it
 */
public record IngressStatus(List<LoadBalancerIngress> loadBalancer) {

  /** Copies the collections. */
  public IngressStatus {
    loadBalancer = List.copyOf(loadBalancer);
  }

  /** The status while nobody serves it. */
  public static final IngressStatus EMPTY = new IngressStatus(List.of());
}
