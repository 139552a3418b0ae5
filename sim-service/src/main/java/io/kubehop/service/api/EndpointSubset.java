package io.kubehop.service.api;

import java.util.List;

/**
 * A group of addresses of {@link Endpoints} that serve the same ports (core/v1 EndpointSubset).
 *
 * @param addresses those that are ready
 * @param notReadyAddresses those that are not
 * @param ports the ports of each
 */
public record EndpointSubset(
    List<EndpointAddress> addresses,
    List<EndpointAddress> notReadyAddresses,
    List<EndpointPort> ports) {

  /** Copies the collections. */
  public EndpointSubset {
    addresses = List.copyOf(addresses);
    notReadyAddresses = List.copyOf(notReadyAddresses);
    ports = List.copyOf(ports);
  }
}
