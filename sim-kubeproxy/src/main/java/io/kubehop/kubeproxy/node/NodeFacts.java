package io.kubehop.kubeproxy.node;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a kube-proxy takes from the Node object of its own node.
 *
 * @param name the name
 * @param zone {@code topology.kubernetes.io/zone}; empty if it is in none
 * @param addresses internal addresses, then external ones; the first of a family is the node's
 *     address of that family
 * @param podCIDRs the ranges of its Pods
 */
public record NodeFacts(String name, String zone, List<IpAddress> addresses, List<Cidr> podCIDRs) {

  /** Copies the lists. */
  public NodeFacts {
    addresses = List.copyOf(addresses);
    podCIDRs = List.copyOf(podCIDRs);
  }

  /** The facts of a Node object. */
  public static NodeFacts of(Node node) {
    return new NodeFacts(
        node.metadata().name(),
        node.zone(),
        Stream.concat(addresses(node, "InternalIP"), addresses(node, "ExternalIP")).toList(),
        node.spec().podCIDRs().stream().map(Cidr::parse).toList());
  }

  private static Stream<IpAddress> addresses(Node node, String type) {
    return node.status().addresses().stream()
        .filter(address -> address.type().equals(type))
        .map(NodeAddress::address)
        .filter(IpAddress::isAddress)
        .map(IpAddress::parse);
  }

  /** The node's address of a family. */
  public Optional<IpAddress> address(IpFamily family) {
    return addresses.stream().filter(address -> address.family() == family).findFirst();
  }

  /** The first range of its Pods in a family. */
  public Optional<Cidr> podCIDR(IpFamily family) {
    return podCIDRs.stream().filter(cidr -> cidr.family() == family).findFirst();
  }
}
