package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.kubeproxy.sync.ProxiedNode;
import java.util.List;

/**
 * What of a node decides what ports of Services ask of it.
 *
 * @param node the node
 * @param addresses its addresses of the family, but for those of {@code kube-ipvs0}, loopback and
 *     IPv6 link-local ones (pkg/proxy/ipvs/netlink_linux.go)
 */
record NodeView(ProxiedNode node, List<IpAddress> addresses) {
  static NodeView of(ProxiedNode node, IpFamily family) {
    return new NodeView(
        node,
        node.kernel().addresses().stream()
            .filter(address -> address.family() == family && !address.isLoopback())
            .filter(address -> address.isV4() || !address.isLinkLocal())
            .distinct()
            .sorted()
            .toList());
  }

  /** The addresses that take node ports; never loopback, whatever ranges are configured. */
  List<IpAddress> nodePortAddresses() {
    if (node.settings().nodePortAddresses().matchesAll()) {
      return addresses;
    }
    return node.settings().nodePortAddresses().among(node.kernel().addresses()).stream()
        .filter(address -> !address.isLoopback())
        .toList();
  }
}
