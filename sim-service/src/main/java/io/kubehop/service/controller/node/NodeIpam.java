package io.kubehop.service.controller.node;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeAddress;
import io.kubehop.service.api.NodeSpec;
import io.kubehop.service.api.NodeStatus;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.apiserver.validation.Formats;
import io.kubehop.service.config.ClusterConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives nodes what they do not say themselves: for each of the cluster's pod CIDRs the next free
 * /24 (or /64) of it (pkg/controller/nodeipam, range allocator), and a free address of the LAN.
 */
public final class NodeIpam {
  private static final int V4_PREFIX = 24;
  private static final int V6_PREFIX = 64;
  private static final IpAddress FIRST_V4 = IpAddress.parse("192.168.0.2");
  private static final IpAddress FIRST_V6 = IpAddress.parse("fd00:192:168::2");
  private static final Cidr DEFAULT_V6_PODS = Cidr.parse("fd00:10:244::/48");

  private final ClusterConfig config;
  private final List<Subnets> subnets;
  private final Set<String> addresses = new LinkedHashSet<>();

  private NodeIpam(ClusterConfig config, Stream<Node> nodes) {
    this.config = config;
    this.subnets =
        podRanges().map(r -> new Subnets(r, r.address().isV4() ? V4_PREFIX : V6_PREFIX)).toList();
    nodes.forEach(this::take);
  }

  /** Returns the nodes of a cluster for which none is given. */
  public static List<KubeObject> defaultNodes() {
    List<KubeObject> nodes = new ArrayList<>();
    for (String name : List.of("node-a", "node-b")) {
      NodeSpec spec = new NodeSpec(List.of(), List.of(), false);
      nodes.add(new Node(ObjectMeta.of("", name), spec, NodeStatus.EMPTY));
    }
    return nodes;
  }

  /**
   * Returns objects with every node among them completed.
   *
   * @param existing the nodes that there are already
   */
  public static List<KubeObject> complete(
      ClusterConfig config, List<Node> existing, List<KubeObject> objects) {
    if (objects.stream().noneMatch(Node.class::isInstance)) {
      return objects;
    }
    Stream<Node> given = objects.stream().filter(Node.class::isInstance).map(Node.class::cast);
    NodeIpam ipam = new NodeIpam(config, Stream.concat(existing.stream(), given));
    Set<String> known = new LinkedHashSet<>();
    existing.forEach(node -> known.add(node.metadata().name()));
    return objects.stream()
        .map(o -> o instanceof Node n && known.add(n.metadata().name()) ? ipam.completed(n) : o)
        .toList();
  }

  private void take(Node node) {
    addresses.addAll(node.status().internalIPs());
    node.spec().podCIDRs().stream()
        .filter(cidr -> Formats.cidr(cidr).isEmpty())
        .map(Cidr::parse)
        .forEach(cidr -> subnets.forEach(range -> range.take(cidr)));
  }

  private Node completed(Node node) {
    NodeSpec spec = node.spec();
    if (spec.podCIDRs().isEmpty()) {
      List<String> free =
          subnets.stream().flatMap(r -> r.takeNext().stream()).map(Cidr::toString).toList();
      spec = new NodeSpec(free, spec.taints(), spec.unschedulable());
    }
    NodeStatus status = node.status();
    if (status.internalIPs().isEmpty()) {
      List<NodeAddress> all = new ArrayList<>(freeAddresses());
      all.addAll(status.addresses());
      status = new NodeStatus(all, status.conditions());
    }
    return labelled(node).withSpec(spec).withStatus(status);
  }

  /**
   * A node with the labels that its kubelet gives it when it registers (pkg/kubelet, initialNode).
   */
  private static Node labelled(Node node) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("beta.kubernetes.io/arch", "amd64");
    labels.put("beta.kubernetes.io/os", "linux");
    labels.put("kubernetes.io/arch", "amd64");
    labels.put("kubernetes.io/hostname", node.metadata().name());
    labels.put("kubernetes.io/os", "linux");
    labels.putAll(node.metadata().labels());
    return node.withMetadata(node.metadata().toBuilder().labels(labels).build());
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

  private List<NodeAddress> freeAddresses() {
    return families()
        .map(family -> firstFree(family == IpFamily.IPV4 ? FIRST_V4 : FIRST_V6))
        .map(ip -> new NodeAddress("InternalIP", ip))
        .toList();
  }

  /**
   * Every LAN speaks IPv4, and IPv6 where Services do; the primary family of Services comes first.
   */
  private Stream<IpFamily> families() {
    return Stream.concat(config.serviceCIDRs().stream().map(Cidr::family), Stream.of(IpFamily.IPV4))
        .distinct();
  }

  private String firstFree(IpAddress first) {
    IpAddress candidate = first;
    while (!addresses.add(candidate.toString())) {
      candidate = candidate.plus(1);
    }
    return candidate.toString();
  }
}
