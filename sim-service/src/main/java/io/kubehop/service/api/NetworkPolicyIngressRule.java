package io.kubehop.service.api;

import java.util.List;

/**
 * Connections that Pods may take (networking/v1 NetworkPolicyIngressRule).
 *
 * @param from from whom; empty: from everybody
 * @param ports on which ports; empty: on all
 */
public record NetworkPolicyIngressRule(
    List<NetworkPolicyPeer> from, List<NetworkPolicyPort> ports) {

  /** Copies the collections. */
  public NetworkPolicyIngressRule {
    from = List.copyOf(from);
    ports = List.copyOf(ports);
  }
}
