package io.kubehop.service.api;

import java.util.Optional;

/**
 * One port of a {@link Service} (core/v1 ServicePort).
 *
 * @param name the name; empty is allowed for the only port
 * @param protocol {@code TCP} (default), {@code UDP} or {@code SCTP}
 * @param appProtocol a hint on the protocol above, such as {@code kubernetes.io/h2c}
 * @param port the port of the virtual address
 * @param targetPort the port of the Pods, by number or by the name of a container port; {@code
 *     port} by default
 * @param nodePort the port on every node; 0: none, or not allocated yet
 */
public record ServicePort(
    String name,
    String protocol,
    Optional<String> appProtocol,
    int port,
    IntOrString targetPort,
    int nodePort) {

  /** Returns this port with a node port; 0 takes it away. */
  public ServicePort withNodePort(int other) {
    return new ServicePort(name, protocol, appProtocol, port, targetPort, other);
  }
}
