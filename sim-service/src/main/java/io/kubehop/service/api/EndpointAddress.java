package io.kubehop.service.api;

import java.util.Optional;

/**
 * One address of {@link Endpoints} (core/v1 EndpointAddress).
 *
 * @param ip the address
 * @param hostname its name below that of the Service; empty: none
 * @param nodeName the node it is on
 * @param targetRef the Pod behind it
 */
public record EndpointAddress(
    String ip, String hostname, Optional<String> nodeName, Optional<ObjectReference> targetRef) {}
