package io.kubehop.kubeproxy.services;

import io.kubehop.core.net.Protocol;

/**
 * One port of one Service. Prints as {@code NAMESPACE/NAME:PORT}, or {@code NAMESPACE/NAME} where
 * the port has no name; comments and hashes of rules are made of that.
 *
 * @param namespace the namespace
 * @param name the name of the Service
 * @param port the name of the port; empty if it has none
 * @param protocol the protocol
 */
public record ServicePortName(String namespace, String name, String port, Protocol protocol) {

  @Override
  public String toString() {
    return namespace + "/" + name + (port.isEmpty() ? "" : ":" + port);
  }
}
