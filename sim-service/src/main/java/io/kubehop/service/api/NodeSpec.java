package io.kubehop.service.api;

import java.util.List;

/**
 * What a {@link Node} is to be (core/v1 NodeSpec).
 *
 * @param podCIDRs the ranges from which its Pods get addresses, one for each family; empty while
 *     none is given
 * @param taints what keeps Pods away
 * @param unschedulable whether new Pods stay away
 */
public record NodeSpec(List<String> podCIDRs, List<Taint> taints, boolean unschedulable) {

  /** Copies the collections. */
  public NodeSpec {
    podCIDRs = List.copyOf(podCIDRs);
    taints = List.copyOf(taints);
  }
}
