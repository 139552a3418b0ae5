package io.kubehop.kubeproxy.services;

import static io.kubehop.kubeproxy.services.PortEndpoints.filter;

import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * Where a node is, and which endpoints of a port it may use from there (pkg/proxy/topology.go).
 *
 * @param node the name of the node; empty: a node without endpoints and hints of its own
 * @param zone the zone of the node; empty: none
 */
public record Topology(String node, String zone) {

  /** Which endpoints of a port may be used. */
  public EndpointCategories categorize(ServicePortInfo port, PortEndpoints endpoints) {
    PortEndpoints seen = endpoints.seenFrom(node);
    if (!seen.hasUsable()) {
      return EndpointCategories.NONE;
    }
    List<ProxyEndpoint> cluster = port.usesClusterEndpoints() ? cluster(seen) : List.of();
    List<ProxyEndpoint> local = port.usesLocalEndpoints() ? local(seen) : List.of();
    return new EndpointCategories(cluster, local, onlyLocal(seen, cluster, local), true);
  }

  /**
   * Hints count if every ready endpoint has one and some endpoint is meant for this place: those
   * for the node first, then those for the zone.
   */
  private List<ProxyEndpoint> cluster(PortEndpoints endpoints) {
    List<ProxyEndpoint> usable = endpoints.usable();
    if (endpoints.hasNodeHints()) {
      List<ProxyEndpoint> forNode = filter(usable, e -> e.nodeHints().contains(node));
      if (!forNode.isEmpty()) {
        return forNode;
      }
    }
    if (endpoints.hasZoneHints()) {
      List<ProxyEndpoint> forZone = filter(usable, e -> e.zoneHints().contains(zone));
      if (!forZone.isEmpty()) {
        return forZone;
      }
    }
    return usable;
  }

  /**
   * Without a ready one here, those here that still serve, be there ready ones elsewhere or not.
   */
  private List<ProxyEndpoint> local(PortEndpoints endpoints) {
    List<ProxyEndpoint> here = endpoints.on(node);
    List<ProxyEndpoint> ready = filter(here, ProxyEndpoint::ready);
    return ready.isEmpty() ? filter(here, ProxyEndpoint::isServingTerminating) : ready;
  }

  private static List<ProxyEndpoint> onlyLocal(
      PortEndpoints endpoints, List<ProxyEndpoint> cluster, List<ProxyEndpoint> local) {
    if (local.isEmpty() || cluster.isEmpty()) {
      return local;
    }
    if (cluster.size() == endpoints.usable().size() && local.get(0).ready()) {
      return List.of();
    }
    ImmutableSet<ProxyEndpoint> reached = ImmutableSet.copyOf(cluster);
    return filter(local, endpoint -> !reached.contains(endpoint));
  }
}
