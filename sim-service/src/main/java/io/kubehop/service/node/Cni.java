package io.kubehop.service.node;

/** How Pods are joined to their node. */
public enum Cni {
  /** A veth pair for each Pod, whose end on the node has no address (as Calico does it). */
  ROUTED,
  /**
   * A bridge {@code cni0} with the first address of the node's pod CIDR, as the reference plugin
   * does it.
   */
  BRIDGE
}
