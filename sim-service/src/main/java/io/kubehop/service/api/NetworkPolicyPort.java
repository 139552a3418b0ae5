package io.kubehop.service.api;

import java.util.Optional;

/**
 * Ports of a connection (networking/v1 NetworkPolicyPort).
 *
 * @param protocol {@code TCP} (default), {@code UDP} or {@code SCTP}
 * @param port the number, or the name of a container port; absent: all
 * @param endPort the last port of a range that begins at {@code port}
 */
public record NetworkPolicyPort(
    String protocol, Optional<IntOrString> port, Optional<Integer> endPort) {}
