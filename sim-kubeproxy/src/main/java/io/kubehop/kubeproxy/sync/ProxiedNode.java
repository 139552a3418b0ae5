package io.kubehop.kubeproxy.sync;

import io.kubehop.kubeproxy.config.ProxySettings;
import io.kubehop.kubeproxy.node.NodeFacts;
import io.kubehop.kubeproxy.node.NodeKernel;

/**
 * A node with a running proxy.
 *
 * @param facts what its Node object says
 * @param settings what its proxy goes by in one address family
 * @param kernel what its proxy writes to
 */
public record ProxiedNode(NodeFacts facts, ProxySettings settings, NodeKernel kernel) {

  /** The name of the node. */
  public String name() {
    return facts.name();
  }
}
