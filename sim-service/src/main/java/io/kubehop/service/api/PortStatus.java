package io.kubehop.service.api;

import java.util.Optional;

/**
 * What a load balancer says of one port (core/v1 PortStatus).
 *
 * @param port the port
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
 * @param error why the port does not work, in one word
 */
public record PortStatus(int port, String protocol, Optional<String> error) {}
