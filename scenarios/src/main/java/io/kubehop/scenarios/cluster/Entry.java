package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Route;
import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.service.node.ClusterNetwork;
import io.kubehop.service.node.NodeMachine;
import java.util.Optional;

/**
 * The node on which packets from outside enter the cluster, while a request runs: the one that it
 * names; else, where neither the router nor a node knows the address, the first node by name.
 */
final class Entry implements AutoCloseable {
  /** Of requests that nobody has to send anywhere. */
  static final Entry NOWHERE = new Entry(() -> {});

  private final Runnable restore;

  private Entry(Runnable restore) {
    this.restore = restore;
  }

  static Entry open(Request request, IpAddress destination, ClusterNetwork cluster) {
    boolean fromOutside = request.source().isOutside();
    if (!fromOutside || (request.node().isEmpty() && isRouted(destination, cluster))) {
      return NOWHERE;
    }
    NodeMachine node =
        request.node().map(name -> named(name, cluster)).orElseGet(cluster::firstNodeByName);
    Optional<Route> before = cluster.enterAt(destination, node);
    return new Entry(() -> cluster.leaveEntry(destination, before));
  }

  private static NodeMachine named(String name, ClusterNetwork cluster) {
    return cluster
        .node(name)
        .orElseThrow(() -> new NotPossibleException("there is no node " + name));
  }

  /** Whether the router knows a way into the cluster for an address. */
  private static boolean isRouted(IpAddress destination, ClusterNetwork cluster) {
    return cluster.router().routes().ownRoutes().stream()
        .anyMatch(
            route ->
                route.destination().prefixLength() > 0
                    && route.destination().contains(destination));
  }

  @Override
  public void close() {
    restore.run();
  }
}
