package io.kubehop.kubeproxy.services;

import io.kubehop.core.net.Protocol;

/**
 * What endpoints of a Service are for: the name and the protocol of one of its ports.
 *
 * @param name the name; empty if the port has none
 * @param protocol the protocol
 */
record EndpointPortName(String name, Protocol protocol) {
  static EndpointPortName of(ServicePortName port) {
    return new EndpointPortName(port.port(), port.protocol());
  }
}
