package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.Cidr;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.format.Field;
import io.kubehop.scenarios.format.ObjectShape;
import io.kubehop.scenarios.format.Schema;
import io.kubehop.scenarios.format.Shape;
import io.kubehop.scenarios.format.Shapes;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.config.LoadBalancerConfig;
import io.kubehop.service.config.PortRange;
import io.kubehop.service.node.Cni;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fields of {@code cluster:}. */
final class ClusterShape {
  private static final ClusterConfig DEFAULTS = ClusterConfig.DEFAULT;
  private static final long DEFAULT_SEED = 42;

  private static final ObjectShape<LoadBalancerConfig> LOAD_BALANCER =
      ObjectShape.of(
          "The cloud provider's load balancers.",
          fields -> {
            Field<List<Cidr>> pool =
                fields.required(
                    "pool",
                    Texts.CIDR_OR_ADDRESS.list(),
                    "Networks from which addresses are given out, the lowest free one first.");
            Field<Duration> delay =
                fields.optional(
                    "delay",
                    Shapes.DURATION_TEXT,
                    Duration.ZERO,
                    "Virtual time until an address is published. Default: 0s.");
            return read -> new LoadBalancerConfig(read.get(pool), read.get(delay));
          });

  /** A list of addresses, or lists of records by type. */
  private static final Shape<Map<String, List<String>>> RECORDS =
      Shapes.of(
          ClusterShape::records,
          Schema.anyOf(
              List.of(
                  Shapes.TEXT.oneOrList().schema(), Shapes.map(Shapes.TEXT.oneOrList()).schema())));

  static final ObjectShape<ClusterSpec> CLUSTER =
      ObjectShape.of(
          "What no Kubernetes object says.",
          fields -> {
            Field<ProxyMode> proxyMode =
                fields.optional(
                    "proxyMode",
                    NodeShape.PROXY_MODE,
                    ProxyMode.IPTABLES,
                    "How kube-proxy works. Default: iptables.");
            Field<String> domain =
                fields.optional(
                    "clusterDomain",
                    Texts.DNS_NAME,
                    DEFAULTS.clusterDomain(),
                    "The DNS domain of the cluster. Default: cluster.local.");
            Field<List<Cidr>> serviceCIDRs =
                fields.optional(
                    "serviceCIDRs",
                    Texts.CIDR.list().parsed(ClusterShape::oneOfEachFamily),
                    DEFAULTS.serviceCIDRs(),
                    "ClusterIPs are assigned from here: one IPv4 and/or one IPv6 network.");
            Field<List<Cidr>> podCIDRs =
                fields.optional(
                    "podCIDRs",
                    Texts.CIDR.list(),
                    DEFAULTS.podCIDRs(),
                    "The cluster CIDRs, used to tell local from external sources.");
            Field<PortRange> nodePorts =
                fields.optional(
                    "nodePortRange",
                    Shapes.TEXT.parsed(PortRange::parse),
                    DEFAULTS.nodePortRange(),
                    "Default: 30000-32767.");
            Field<Optional<LoadBalancerConfig>> loadBalancer =
                fields.optional(
                    "loadBalancer",
                    LOAD_BALANCER,
                    "Absent: no cloud provider, so that Services of type LoadBalancer stay pending.");
            Field<List<NodeEntry>> nodes =
                fields.optional(
                    "nodes",
                    NodeShape.NODE.list(),
                    List.of(),
                    "Short form of Node objects; both forms may be mixed.");
            Field<Map<String, Map<String, List<String>>>> upstream =
                fields.optional(
                    "upstreamDNS",
                    Shapes.map(RECORDS),
                    ImmutableMap.of(),
                    "What the world outside answers; any other name is NXDOMAIN.");
            Field<Instant> epoch =
                fields.optional(
                    "epoch",
                    Shapes.SCALAR.parsed(ClusterShape::instant),
                    DEFAULTS.epoch(),
                    "The wall clock at virtual time 0. Default: 2025-01-01T00:00:00Z.");
            Field<Cni> cni =
                fields.optional(
                    "cni",
                    Texts.choice(Cni.class, each -> each.name().toLowerCase(Locale.ROOT)),
                    Cni.ROUTED,
                    "How Pods are joined to their node. Default: routed.");
            Field<Long> seed =
                fields.optional(
                    "seed",
                    Shapes.wholeNumber(),
                    DEFAULT_SEED,
                    "Every random choice of a run derives from it. Default: 42.");
            return read ->
                new ClusterSpec(
                    new ClusterConfig(
                        read.get(domain),
                        read.get(serviceCIDRs),
                        read.get(podCIDRs),
                        read.get(nodePorts),
                        read.get(loadBalancer),
                        read.get(epoch)),
                    read.get(proxyMode),
                    Optional.empty(),
                    read.get(nodes),
                    ImmutableMap.of(),
                    read.get(upstream),
                    read.get(cni),
                    read.get(seed));
          });

  private ClusterShape() {}

  private static List<Cidr> oneOfEachFamily(List<Cidr> cidrs) {
    long families = cidrs.stream().map(Cidr::family).distinct().count();
    if (cidrs.isEmpty() || families != cidrs.size()) {
      throw new IllegalArgumentException(
          cidrs + " is not one network, or one of IPv4 and one of IPv6");
    }
    return cidrs;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a time such as 2025-01-01T00:00:00Z", wrong);
    }
  }

  private static Optional<Map<String, List<String>>> records(Value value) {
    if (value.node() instanceof SourceMapping) {
      return Shapes.map(Shapes.TEXT.oneOrList()).read(value);
    }
    return Texts.ADDRESS
        .oneOrList()
        .read(value)
        .map(
            addresses -> {
              ImmutableMap.Builder<String, List<String>> byType = ImmutableMap.builder();
              for (boolean v4 : new boolean[] {true, false}) {
                List<String> ofFamily =
                    addresses.stream().filter(a -> a.isV4() == v4).map(Object::toString).toList();
                if (!ofFamily.isEmpty()) {
                  byType.put(v4 ? "A" : "AAAA", ofFamily);
                }
              }
              return byType.buildOrThrow();
            });
  }
}
