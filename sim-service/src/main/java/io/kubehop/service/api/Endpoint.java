package io.kubehop.service.api;

import java.util.List;
import java.util.Optional;

/**
 * One backend of a Service (discovery/v1 Endpoint).
 *
 * @param addresses its addresses; consumers use the first
 * @param conditions whether it may be used
 * @param hostname its name below that of the Service
 * @param targetRef the Pod behind it
 * @param nodeName the node it is on
 * @param zone the zone it is in
 * @param hints for whose traffic it is meant
 */
public record Endpoint(
    List<String> addresses,
    EndpointConditions conditions,
    Optional<String> hostname,
    Optional<ObjectReference> targetRef,
    Optional<String> nodeName,
    Optional<String> zone,
    Optional<EndpointHints> hints) {

  /** Copies the collections. */
  public Endpoint {
    addresses = List.copyOf(addresses);
  }
}
