package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.ipset.SetElement;
import io.kubehop.core.ipvs.VirtualServerKey;
import java.util.List;

/**
 * All that one port of a Service asks of a node.
 *
 * @param servers its virtual servers
 * @param entries what it has in IP sets
 * @param closedToNode its load balancer addresses that the node itself may not use
 */
record PortPlan(
    List<ServerPlan> servers, List<Entry> entries, List<VirtualServerKey> closedToNode) {
  /** Nothing. */
  static final PortPlan NOTHING = new PortPlan(List.of(), List.of(), List.of());

  PortPlan {
    servers = List.copyOf(servers);
    entries = List.copyOf(entries);
    closedToNode = List.copyOf(closedToNode);
  }

  /**
   * An element of a set.
   *
   * @param set the set
   * @param element the element
   */
  record Entry(KubeSet set, SetElement element) {}
}
