package io.kubehop.kubeproxy.ipvs;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.kubeproxy.config.ProxySettings;
import java.util.List;

/**
 * All that the iptables rules of a node depend on.
 *
 * @param settings what its proxy goes by
 * @param filled the sets that are not empty; rules do not name the others
 * @param closedToNode load balancer addresses that the node itself may not use
 */
record RuleInputs(
    ProxySettings settings, ImmutableSet<KubeSet> filled, List<VirtualServerKey> closedToNode) {
  RuleInputs {
    closedToNode = List.copyOf(closedToNode);
  }
}
