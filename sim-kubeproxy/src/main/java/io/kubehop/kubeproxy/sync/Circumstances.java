package io.kubehop.kubeproxy.sync;

/**
 * What the rules of a port depend on beside the port and its endpoints.
 *
 * @param largeCluster whether there are so many endpoints that rules are kept short
 * @param nodeAdmitted whether the node itself may use load balancer addresses of the port although
 *     they are closed to some clients
 */
public record Circumstances(boolean largeCluster, boolean nodeAdmitted) {
  /** Above this number of endpoints a cluster is large (pkg/proxy/iptables/proxier.go). */
  static final int LARGE_CLUSTER_ENDPOINTS = 1000;
}
