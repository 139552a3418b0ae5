package io.kubehop.kubeproxy.services;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import java.util.List;

/**
 * What kube-proxy knows of one port of a Service in one address family (pkg/proxy/serviceport.go).
 *
 * @param name which port it is
 * @param clusterIP its virtual address
 * @param port the port of its virtual addresses
 * @param nodePort the port on nodes; 0: none
 * @param externalIPs further addresses
 * @param loadBalancerVIPs addresses of load balancers whose packets keep them as destination
 * @param loadBalancerSourceRanges clients that may use those; empty: all
 * @param affinitySeconds how long a client keeps its endpoint; 0: not at all
 * @param healthCheckNodePort the port that tells of local endpoints; 0: none
 * @param externalPolicyLocal whether traffic from outside uses local endpoints only
 * @param internalPolicyLocal whether traffic to the cluster IP uses local endpoints only
 */
public record ServicePortInfo(
    ServicePortName name,
    IpAddress clusterIP,
    int port,
    int nodePort,
    List<IpAddress> externalIPs,
    List<IpAddress> loadBalancerVIPs,
    List<Cidr> loadBalancerSourceRanges,
    int affinitySeconds,
    int healthCheckNodePort,
    boolean externalPolicyLocal,
    boolean internalPolicyLocal) {

  /** Copies the lists. */
  public ServicePortInfo {
    externalIPs = List.copyOf(externalIPs);
    loadBalancerVIPs = List.copyOf(loadBalancerVIPs);
    loadBalancerSourceRanges = List.copyOf(loadBalancerSourceRanges);
  }

  /** Whether there is any way to it but the cluster IP. */
  public boolean isExternallyAccessible() {
    return nodePort != 0 || !loadBalancerVIPs.isEmpty() || !externalIPs.isEmpty();
  }

  /**
   * Whether any traffic uses endpoints on all nodes. With external policy Local, the node's own
   * traffic and that of its Pods still does.
   */
  public boolean usesClusterEndpoints() {
    return !internalPolicyLocal || isExternallyAccessible();
  }

  /** Whether any traffic uses local endpoints only. */
  public boolean usesLocalEndpoints() {
    return internalPolicyLocal || (externalPolicyLocal && isExternallyAccessible());
  }

  /** Whether a client keeps its endpoint. */
  public boolean hasAffinity() {
    return affinitySeconds > 0;
  }

  /** Whether load balancer addresses are closed to some clients. */
  public boolean hasFirewall() {
    return !loadBalancerVIPs.isEmpty() && !loadBalancerSourceRanges.isEmpty();
  }

  /** Whether a node may use load balancer addresses in spite of {@link #hasFirewall}. */
  public boolean admits(IpAddress node) {
    return loadBalancerSourceRanges.stream().anyMatch(range -> range.contains(node));
  }
}
