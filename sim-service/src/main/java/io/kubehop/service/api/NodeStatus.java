package io.kubehop.service.api;

import java.util.List;

/**
 * What is known of a {@link Node} (core/v1 NodeStatus).
 *
 * @param addresses its addresses and names
 * @param conditions the conditions
 */
public record NodeStatus(List<NodeAddress> addresses, List<Condition> conditions) {

  /** Copies the collections. */
  public NodeStatus {
    addresses = List.copyOf(addresses);
    conditions = List.copyOf(conditions);
  }

  /** The status of a node of which nothing is known. */
  public static final NodeStatus EMPTY = new NodeStatus(List.of(), List.of());

  /** Returns its addresses inside of the cluster, the first is the primary one. */
  public List<String> internalIPs() {
    return addresses.stream()
        .filter(address -> address.type().equals("InternalIP"))
        .map(NodeAddress::address)
        .toList();
  }
}
