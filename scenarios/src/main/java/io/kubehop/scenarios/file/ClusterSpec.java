package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.node.Cni;
import java.util.List;
import java.util.Map;

/**
 * The {@code cluster:} section: what no Kubernetes object says.
 *
 * @param config what the components are started with
 * @param proxyMode how kube-proxy works on nodes that do not say it
 * @param nodes the nodes in short form
 * @param upstreamDNS what the world outside answers: records by type by name
 * @param cni how Pods are joined to their node
 * @param seed what every random choice derives from
 */
public record ClusterSpec(
    ClusterConfig config,
    ProxyMode proxyMode,
    List<NodeEntry> nodes,
    Map<String, Map<String, List<String>>> upstreamDNS,
    Cni cni,
    long seed) {

  /** A cluster of which nothing is said. */
  public static final ClusterSpec DEFAULT = ClusterShape.CLUSTER.empty();

  /** Copies the collections. */
  public ClusterSpec {
    nodes = List.copyOf(nodes);
    upstreamDNS = ImmutableMap.copyOf(upstreamDNS);
  }

  /** The same with another seed. */
  public ClusterSpec withSeed(long other) {
    return new ClusterSpec(config, proxyMode, nodes, upstreamDNS, cni, other);
  }

  /** The same with one way in which kube-proxy works, on all nodes, whatever they say. */
  public ClusterSpec withProxyModeEverywhere(ProxyMode mode) {
    List<NodeEntry> others = nodes.stream().map(node -> node.withProxyMode(mode)).toList();
    return new ClusterSpec(config, mode, others, upstreamDNS, cni, seed);
  }
}
