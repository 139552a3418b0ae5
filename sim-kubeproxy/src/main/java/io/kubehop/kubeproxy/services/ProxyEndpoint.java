package io.kubehop.kubeproxy.services;

import io.kubehop.core.net.SocketAddress;
import java.util.List;

/**
 * One endpoint of one port of a Service, the same for all nodes (pkg/proxy/endpoint.go). Prints as
 * {@code ADDRESS:PORT}.
 *
 * @param address where it listens
 * @param nodeName the node it is on; empty if that is not known
 * @param ready whether it takes new connections
 * @param serving whether it answers, be it on its way out or not
 * @param terminating whether it is on its way out
 * @param zoneHints the zones whose traffic should use it
 * @param nodeHints the nodes whose traffic should use it
 */
public record ProxyEndpoint(
    SocketAddress address,
    String nodeName,
    boolean ready,
    boolean serving,
    boolean terminating,
    List<String> zoneHints,
    List<String> nodeHints) {

  /** Copies the lists. */
  public ProxyEndpoint {
    zoneHints = List.copyOf(zoneHints);
    nodeHints = List.copyOf(nodeHints);
  }

  /** Whether it is on a node. */
  public boolean isOn(String node) {
    return !nodeName.isEmpty() && nodeName.equals(node);
  }

  /** Whether it can stand in where no endpoint is ready. */
  public boolean isServingTerminating() {
    return serving && terminating;
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
