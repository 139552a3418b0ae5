package io.kubehop.kubeproxy.services;

import java.util.List;

/**
 * Which endpoints of a port one node may use.
 *
 * @param cluster for policy Cluster; empty where no traffic has that policy
 * @param local for policy Local; empty where no traffic has that policy
 * @param onlyLocal those for policy Local that are not for policy Cluster
 * @param hasAny whether the port has a usable endpoint on any node
 */
public record EndpointCategories(
    List<ProxyEndpoint> cluster,
    List<ProxyEndpoint> local,
    List<ProxyEndpoint> onlyLocal,
    boolean hasAny) {
  /** No endpoint at all. */
  public static final EndpointCategories NONE =
      new EndpointCategories(List.of(), List.of(), List.of(), false);
}
