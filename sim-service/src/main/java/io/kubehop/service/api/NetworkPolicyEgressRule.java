package io.kubehop.service.api;

import java.util.List;

/**
 * Connections that Pods may make (networking/v1 NetworkPolicyEgressRule).
 *
 * @param to to whom; empty: to everybody
 * @param ports to which ports; empty: to all
 */
public record NetworkPolicyEgressRule(List<NetworkPolicyPeer> to, List<NetworkPolicyPort> ports) {

  /** Copies the collections. */
  public NetworkPolicyEgressRule {
    to = List.copyOf(to);
    ports = List.copyOf(ports);
  }
}
