package io.kubehop.scenarios.compare;

/** Which of the addresses of a Service is called. */
public enum Target {
  /** The cluster IP. */
  CLUSTER_IP("cluster IP"),
  /** A port of the cluster IP that the Service does not have. */
  CLOSED_PORT("a port without Service at the cluster IP"),
  /** An address of the range for cluster IPs that no Service has. */
  UNALLOCATED("a cluster IP without Service"),
  /** One of {@code externalIPs}. */
  EXTERNAL_IP("external IP"),
  /** An address of the load balancer. */
  LOAD_BALANCER("load balancer"),
  /** The node port at the first address of the node that the client is on, or comes in by. */
  NODE_PORT("node port"),
  /** The node port at another address of that node. */
  SECONDARY_NODE_PORT("node port at a further address"),
  /** The node port at that node's 127.0.0.1 or ::1. */
  LOOPBACK_NODE_PORT("node port at the loopback address"),
  /** The node port at another node. */
  REMOTE_NODE_PORT("node port of another node");

  private final String words;

  Target(String words) {
    this.words = words;
  }

  /** For people. */
  @Override
  public String toString() {
    return words;
  }
}
