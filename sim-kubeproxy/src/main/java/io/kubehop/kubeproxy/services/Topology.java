package io.kubehop.kubeproxy.services;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Where a node is, and which endpoints of a port it may use from there (pkg/proxy/topology.go).
 *
 * @param node the name of the node; empty: a node without endpoints and hints of its own
 * @param zone the zone of the node; empty: none
 */
public record Topology(String node, String zone) {

  /** Which endpoints of a port may be used. */
  public EndpointCategories categorize(ServicePortInfo port, PortEndpoints endpoints) {
    List<ProxyEndpoint> all = endpoints.seenFrom(node);
    if (all.isEmpty()) {
      return EndpointCategories.NONE;
    }
    List<ProxyEndpoint> cluster = port.usesClusterEndpoints() ? cluster(all) : List.of();
    if (!port.usesLocalEndpoints()) {
      return new EndpointCategories(cluster, List.of(), cluster, !cluster.isEmpty());
    }
    List<ProxyEndpoint> local = local(all);
    boolean hasAny = all.stream().anyMatch(e -> e.ready() || e.isServingTerminating());
    return new EndpointCategories(cluster, local, union(all, cluster, local), hasAny);
  }

  /** Ready ones that are meant for this place; without any ready one, those that still serve. */
  private List<ProxyEndpoint> cluster(List<ProxyEndpoint> all) {
    List<ProxyEndpoint> ready = filter(all, ProxyEndpoint::ready);
    if (ready.isEmpty()) {
      return filter(all, ProxyEndpoint::isServingTerminating);
    }
    return hinted(ready);
  }

  /**
   * Hints count if every ready endpoint has one and some endpoint is meant for this place: those
   * for the node first, then those for the zone.
   */
  private List<ProxyEndpoint> hinted(List<ProxyEndpoint> ready) {
    if (hasNodeHints(ready)) {
      List<ProxyEndpoint> forNode = filter(ready, e -> e.nodeHints().contains(node));
      if (!forNode.isEmpty()) {
        return forNode;
      }
    }
    if (ready.stream().noneMatch(e -> e.zoneHints().isEmpty())) {
      List<ProxyEndpoint> forZone = filter(ready, e -> e.zoneHints().contains(zone));
      if (!forZone.isEmpty()) {
        return forZone;
      }
    }
    return ready;
  }

  /** Whether hints for nodes count among ready endpoints: every one has some. */
  static boolean hasNodeHints(List<ProxyEndpoint> ready) {
    return ready.stream().noneMatch(e -> e.nodeHints().isEmpty());
  }

  private List<ProxyEndpoint> local(List<ProxyEndpoint> all) {
    List<ProxyEndpoint> here = filter(all, e -> e.isOn(node));
    List<ProxyEndpoint> ready = filter(here, ProxyEndpoint::ready);
    return ready.isEmpty() ? filter(here, e -> !e.ready() && e.isServingTerminating()) : ready;
  }

  private static List<ProxyEndpoint> union(
      List<ProxyEndpoint> all, List<ProxyEndpoint> cluster, List<ProxyEndpoint> local) {
    if (local.isEmpty() || cluster.isEmpty()) {
      return local.isEmpty() ? cluster : local;
    }
    if (local.get(0).ready() && cluster.size() == filter(all, ProxyEndpoint::ready).size()) {
      return cluster;
    }
    TreeMap<String, ProxyEndpoint> byText = new TreeMap<>();
    cluster.forEach(endpoint -> byText.put(endpoint.toString(), endpoint));
    local.forEach(endpoint -> byText.put(endpoint.toString(), endpoint));
    return List.copyOf(byText.values());
  }

  /** The same list where nothing is left out: most lists are shared by many nodes. */
  private static List<ProxyEndpoint> filter(
      List<ProxyEndpoint> endpoints, Predicate<ProxyEndpoint> predicate) {
    List<ProxyEndpoint> left = endpoints.stream().filter(predicate).toList();
    return left.size() == endpoints.size() ? endpoints : left;
  }
}
