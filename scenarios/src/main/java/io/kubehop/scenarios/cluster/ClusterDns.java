package io.kubehop.scenarios.cluster;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.coredns.CoreDnsPods;
import io.kubehop.dns.nodelocal.NodeCachePods;
import io.kubehop.dns.resolver.Libc;
import io.kubehop.dns.resolver.PodResolvers;
import io.kubehop.dns.resolver.ResolvConf;
import io.kubehop.dns.resolver.StubResolver;
import io.kubehop.dns.upstream.UpstreamDns;
import io.kubehop.scenarios.cluster.Sources.Asker;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.NodeEntry;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.node.ClusterNetwork;
import io.kubehop.service.node.PodApplication;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The DNS of a cluster: its servers, the resolvers of Pods and nodes, and the world outside. What
 * nobody gave (a CoreDNS, servers outside) is there from the first look-up on, so that a cluster in
 * which nobody asks for a name holds nothing but what was given.
 */
final class ClusterDns {
  private static final int DNS_PORT = 53;
  private static final IpAddress OUTSIDE_V4 = IpAddress.parse("192.0.2.53");
  private static final IpAddress OUTSIDE_V6 = IpAddress.parse("2001:db8::53");

  private final ControlPlane controlPlane;
  private final ClusterSpec spec;
  private final DnsObjects objects;
  private final PodResolvers resolvers;
  private final CoreDnsPods servers;
  private final NodeCachePods nodeCaches;
  private boolean isPrepared;

  ClusterDns(Simulation simulation, ControlPlane controlPlane, ClusterSpec spec) {
    this.controlPlane = controlPlane;
    this.spec = spec;
    this.objects = new DnsObjects(controlPlane, spec.config());
    this.resolvers = new PodResolvers(controlPlane, spec.config(), this::nodeConf);
    this.servers =
        new CoreDnsPods(simulation, controlPlane, resolvers, spec.config().clusterDomain());
    this.nodeCaches =
        new NodeCachePods(simulation, controlPlane, resolvers, spec.config().clusterDomain());
  }

  /** What runs in a Pod: CoreDNS, or what else would. */
  PodApplication applicationOf(Pod pod, PodApplication otherwise) {
    if (NodeCachePods.isNodeCache(pod)) {
      return nodeCaches;
    }
    return servers.runs(pod) || objects.isServer(pod) ? servers : otherwise;
  }

  /** What Corefiles say that is not modelled, a line each. */
  List<String> findings() {
    return Stream.concat(servers.findings().stream(), nodeCaches.findings().stream())
        .map(Object::toString)
        .toList();
  }

  /**
   * Sees to it that somebody answers.
   *
   * @return whether something was missing, so that the cluster has to settle
   */
  boolean prepare(ClusterNetwork network) {
    if (isPrepared) {
      return false;
    }
    isPrepared = true;
    startOutside(network);
    if (objects.hasServer()) {
      return false;
    }
    controlPlane.apply(objects.builtIn());
    return true;
  }

  private void startOutside(ClusterNetwork network) {
    Set<IpAddress> addresses = new LinkedHashSet<>(List.of(defaultServer()));
    spec.nodes().forEach(node -> addresses.addAll(node.resolvConf().nameservers()));
    UpstreamDns outside = new UpstreamDns();
    spec.upstreamDNS().forEach((name, byType) -> addRecords(outside, name, byType));
    for (IpAddress address : addresses) {
      if (!address.isLoopback() && network.hostOf(address).isEmpty()) {
        outside.start(network.outside(address));
      }
    }
  }

  private static void addRecords(
      UpstreamDns outside, String name, Map<String, List<String>> byType) {
    byType.forEach(
        (type, records) -> records.forEach(data -> outside.add(name, type + " " + data)));
  }

  private IpAddress defaultServer() {
    return spec.config().primaryFamily() == IpFamily.IPV4 ? OUTSIDE_V4 : OUTSIDE_V6;
  }

  private ResolvConf nodeConf(String node) {
    NodeEntry.ResolvConf given =
        spec.node(node).map(NodeEntry::resolvConf).orElse(NodeEntry.ResolvConf.EMPTY);
    List<IpAddress> nameservers =
        given.nameservers().isEmpty() ? List.of(defaultServer()) : given.nameservers();
    return new ResolvConf(nameservers, given.search(), given.options());
  }

  /** The address at which the cluster's DNS is asked. */
  SocketAddress server() {
    return new SocketAddress(resolvers.clusterDns().get(0), DNS_PORT);
  }

  /** The resolver of somebody, with the C library that the Pod names if none is given. */
  StubResolver resolver(Asker asker, Optional<Libc> libc) {
    if (asker.node().isPresent()) {
      return resolvers.ofNode(asker.node().get(), asker.host(), libc.orElse(Libc.GLIBC));
    }
    Pod pod = asker.pod().orElseGet(this::withoutObject);
    return libc.map(each -> resolvers.of(pod, asker.host(), each))
        .orElseGet(() -> resolvers.of(pod, asker.host()));
  }

  /** What asks from an address that no object has looks names up as a Pod in namespace default. */
  private Pod withoutObject() {
    PodSpec onFirstNode =
        PodSpec.builder().nodeName(controlPlane.nodes().get(0).metadata().name()).build();
    return new Pod(ObjectMeta.of("default", "without-object"), onFirstNode, PodStatus.EMPTY);
  }
}
