package io.kubehop.kubeproxy.services;

/**
 * What follows for one port of a Service on a node from its policies and endpoints, whatever the
 * mode: which traffic has an endpoint, and which choices among endpoints there are.
 *
 * @param port the port
 * @param endpoints those that the node may use
 */
public record PortTraffic(ServicePortInfo port, EndpointCategories endpoints) {

  /** Whether the port has an endpoint on any node. */
  public boolean hasEndpoints() {
    return endpoints.hasAny();
  }

  /** Whether traffic to the cluster IP has an endpoint. */
  public boolean hasInternalEndpoints() {
    return endpoints.hasAny() && !(port.internalPolicyLocal() && endpoints.local().isEmpty());
  }

  /**
   * Whether traffic from outside has an endpoint. If not, there may still be some for the node and
   * its Pods.
   */
  public boolean hasExternalEndpoints() {
    return endpoints.hasAny() && !(port.externalPolicyLocal() && endpoints.local().isEmpty());
  }

  /** Whether there is a choice among endpoints on all nodes. */
  public boolean usesClusterChain() {
    return !endpoints.cluster().isEmpty() && port.usesClusterEndpoints();
  }

  /** Whether there is a choice among endpoints on this node. */
  public boolean usesLocalChain() {
    return !endpoints.local().isEmpty() && port.usesLocalEndpoints();
  }

  /** Whether traffic to any address but the cluster IP is taken up. */
  public boolean usesExternalChain() {
    return endpoints.hasAny() && port.isExternallyAccessible();
  }
}
