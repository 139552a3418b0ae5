package io.kubehop.service.api;

import java.util.Optional;

/**
 * A port that endpoints serve (discovery/v1 and core/v1 EndpointPort).
 *
 * @param name the name of the Service port it belongs to; empty for an unnamed one
 * @param protocol {@code TCP} (default), {@code UDP} or {@code SCTP}
 * @param port the number; absent: not restricted, to be read by whoever gave it a meaning
 * @param appProtocol a hint on the protocol above
 */
public record EndpointPort(
    String name, String protocol, Optional<Integer> port, Optional<String> appProtocol) {}
