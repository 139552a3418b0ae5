package io.kubehop.service.api;

import java.util.List;
import java.util.Optional;

/**
 * A point at which a load balancer takes traffic (core/v1 LoadBalancerIngress and its namesake for
 * Ingresses).
 *
 * @param ip the address; empty where the balancer is known by name
 * @param hostname the name; empty where the balancer is known by address
 * @param ipMode {@code VIP} (default for Services with an address): packets arrive at nodes with
 *     this address as destination; {@code Proxy}: they do not
 * @param ports what is known of single ports
 */
public record LoadBalancerIngress(
    String ip, String hostname, Optional<String> ipMode, List<PortStatus> ports) {

  /** Copies the collections. */
  public LoadBalancerIngress {
    ports = List.copyOf(ports);
  }

  /**
   * Returns the point with an address whose packets arrive at nodes with that address as
   * destination.
   */
  public static LoadBalancerIngress ofVip(String ip) {
    return new LoadBalancerIngress(ip, "", Optional.of("VIP"), List.of());
  }
}
