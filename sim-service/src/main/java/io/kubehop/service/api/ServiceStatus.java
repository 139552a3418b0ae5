package io.kubehop.service.api;

import java.util.List;

/**
 * What is known of a {@link Service} (core/v1 ServiceStatus).
 *
 * @param loadBalancer {@code loadBalancer.ingress}: the points at which balancers take traffic for
 *     it; empty while none does
 * @param conditions the conditions
 */
public record ServiceStatus(List<LoadBalancerIngress> loadBalancer, List<Condition> conditions) {

  /** Copies the collections. */
  public ServiceStatus {
    loadBalancer = List.copyOf(loadBalancer);
    conditions = List.copyOf(conditions);
  }

  /** The status of a Service for which nothing has been published. */
  public static final ServiceStatus EMPTY = new ServiceStatus(List.of(), List.of());
}
