package io.kubehop.kubeproxy.services;

import java.util.ArrayList;
import java.util.List;

/**
 * The endpoints of one port of a Service, in order of their text, which is the order in which rules
 * name them. Two slices may list the same address; which one counts depends on the node.
 *
 * @param all the endpoints; those with the same address stand side by side
 * @param hasDuplicates whether any address is listed twice
 */
public record PortEndpoints(List<ProxyEndpoint> all, boolean hasDuplicates) {
  /** No endpoint. */
  public static final PortEndpoints NONE = new PortEndpoints(List.of(), false);

  /** Copies the list. */
  public PortEndpoints {
    all = List.copyOf(all);
  }

  /** The number of addresses. */
  public int count() {
    return hasDuplicates ? seenFrom("").size() : all.size();
  }

  /**
   * The endpoints as a node sees them, each address once: the last one listed as local counts, else
   * the first one listed.
   */
  public List<ProxyEndpoint> seenFrom(String node) {
    if (!hasDuplicates) {
      return all;
    }
    List<ProxyEndpoint> seen = new ArrayList<>();
    for (ProxyEndpoint endpoint : all) {
      int last = seen.size() - 1;
      if (last < 0 || !seen.get(last).address().equals(endpoint.address())) {
        seen.add(endpoint);
      } else if (endpoint.isOn(node)) {
        seen.set(last, endpoint);
      }
    }
    return seen;
  }
}
