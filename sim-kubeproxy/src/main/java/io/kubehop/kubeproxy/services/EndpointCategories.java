package io.kubehop.kubeproxy.services;

import java.util.List;

/**
 * Which endpoints of a port one node may use.
 *
 * @param cluster for policy Cluster; empty where no traffic has that policy
 * @param local for policy Local; empty where no traffic has that policy
 * @param reachable those of either
 * @param hasAny whether the port has a usable endpoint on any node
 */
public record EndpointCategories(
    List<ProxyEndpoint> cluster,
    List<ProxyEndpoint> local,
    List<ProxyEndpoint> reachable,
    boolean hasAny) {
  /** No endpoint at all. */
  public static final EndpointCategories NONE =
      new EndpointCategories(List.of(), List.of(), List.of(), false);
}
