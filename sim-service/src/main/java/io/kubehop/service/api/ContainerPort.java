package io.kubehop.service.api;

/**
 * A port that a {@link Container} declares (core/v1 ContainerPort).
 *
 * @param name the name by which target ports refer to it; empty: none
 * @param containerPort the number
 * @param protocol {@code TCP} (default), {@code UDP} or {@code SCTP}
 * @param hostPort the port of the node that leads here; 0: none
 * @param hostIP the node address on which {@code hostPort} is open; empty: every one
 */
public record ContainerPort(
    String name, int containerPort, String protocol, int hostPort, String hostIP) {}
