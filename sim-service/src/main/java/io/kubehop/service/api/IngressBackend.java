package io.kubehop.service.api;

import java.util.Optional;

/**
 * Where requests go (networking/v1 IngressBackend): either a Service or another resource.
 *
 * @param service the Service
 * @param resource the other resource
 */
public record IngressBackend(
    Optional<IngressServiceBackend> service, Optional<TypedLocalObjectReference> resource) {}
