package io.kubehop.service.controller.node;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeAddress;
import io.kubehop.service.api.NodeSpec;
import io.kubehop.service.api.NodeStatus;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.config.ClusterConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a node gets that does not say it itself: for each of the cluster's pod CIDRs the next free
 * /24 (or /64) of it (pkg/controller/nodeipam, range allocator), and a free address of the LAN.
 */
public final class NodeIpam {
  private static final int V4_PREFIX = 24;
  private static final int V6_PREFIX = 64;
  private static final IpAddress FIRST_V4 = IpAddress.parse("192.168.0.2");
  private static final IpAddress FIRST_V6 = IpAddress.parse("fd00:192:168::2");
  private static final Cidr DEFAULT_V6_PODS = Cidr.parse("fd00:10:244::/48");

  private final ClusterConfig config;

  /** Gives out what the settings of a cluster allow. */
  public NodeIpam(ClusterConfig config) {
    this.config = config;
  }

  /** The nodes of a cluster for which none is given. */
  public List<Node> defaultNodes() {
    List<Node> nodes = new ArrayList<>();
    for (String name : List.of("node-a", "node-b")) {
      Node bare =
          new Node(
              ObjectMeta.of("", name), new NodeSpec(List.of(), List.of(), false), NodeStatus.EMPTY);
      nodes.add(completed(bare, nodes));
    }
    return nodes;
  }

  /** Returns a node with what it lacks, given the others that there are or will be. */
  public Node completed(Node node, Collection<Node> others) {
    NodeSpec spec = node.spec();
    if (spec.podCIDRs().isEmpty()) {
      spec = new NodeSpec(freePodCIDRs(others), spec.taints(), spec.unschedulable());
    }
    NodeStatus status = node.status();
    if (status.internalIPs().isEmpty()) {
      List<NodeAddress> addresses = new ArrayList<>(freeAddresses(others));
      addresses.addAll(status.addresses());
      status = new NodeStatus(addresses, status.conditions());
    }
    return node.withSpec(spec).withStatus(status);
  }

  private List<String> freePodCIDRs(Collection<Node> others) {
    List<Cidr> taken =
        others.stream().flatMap(node -> node.spec().podCIDRs().stream()).map(Cidr::parse).toList();
    return podRanges()
        .flatMap(range -> freeSubnet(range, taken).stream())
        .map(Cidr::toString)
        .toList();
  }

  /**
   * The cluster's pod CIDRs; where Services have a family for which none is set, the default one of
   * that family.
   */
  private Stream<Cidr> podRanges() {
    boolean lacksV6 = config.podCIDRs().stream().noneMatch(c -> c.family() == IpFamily.IPV6);
    return config.serviceCIDR(IpFamily.IPV6).isPresent() && lacksV6
        ? Stream.concat(config.podCIDRs().stream(), Stream.of(DEFAULT_V6_PODS))
        : config.podCIDRs().stream();
  }

  /**
   * Every LAN speaks IPv4, and IPv6 where Services do; the primary family of Services comes first.
   */
  private Stream<IpFamily> families() {
    return Stream.concat(config.serviceCIDRs().stream().map(Cidr::family), Stream.of(IpFamily.IPV4))
        .distinct();
  }

  private static Optional<Cidr> freeSubnet(Cidr range, List<Cidr> taken) {
    int prefix = Math.max(range.prefixLength(), range.address().isV4() ? V4_PREFIX : V6_PREFIX);
    Cidr candidate = new Cidr(range.address(), prefix);
    while (range.contains(candidate)) {
      Cidr tried = candidate;
      if (taken.stream().noneMatch(tried::overlaps)) {
        return Optional.of(candidate);
      }
      IpAddress next = candidate.last().plus(1);
      if (next.compareTo(candidate.address()) <= 0) {
        return Optional.empty();
      }
      candidate = new Cidr(next, prefix);
    }
    return Optional.empty();
  }

  private List<NodeAddress> freeAddresses(Collection<Node> others) {
    List<String> taken =
        others.stream().flatMap(node -> node.status().internalIPs().stream()).toList();
    return families()
        .map(family -> family == IpFamily.IPV4 ? FIRST_V4 : FIRST_V6)
        .map(first -> firstFree(first, taken))
        .map(ip -> new NodeAddress("InternalIP", ip))
        .toList();
  }

  private static String firstFree(IpAddress first, List<String> taken) {
    IpAddress candidate = first;
    while (taken.contains(candidate.toString())) {
      candidate = candidate.plus(1);
    }
    return candidate.toString();
  }
}
