package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.node.Cni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code cluster:} section: what no Kubernetes object says.
 *
 * @param config what the components are started with
 * @param proxyMode how kube-proxy works where nothing else says it
 * @param forcedMode how kube-proxy works whatever anything says
 * @param nodes the nodes in short form
 * @param rules captured {@code iptables-save} texts of nodes of either form, by the node's name
 * @param upstreamDNS what the world outside answers: records by type by name
 * @param cni how Pods are joined to their node
 * @param seed what every random choice derives from
 */
public record ClusterSpec(
    ClusterConfig config,
    ProxyMode proxyMode,
    Optional<ProxyMode> forcedMode,
    List<NodeEntry> nodes,
    Map<String, CapturedText> rules,
    Map<String, Map<String, List<String>>> upstreamDNS,
    Cni cni,
    long seed) {

  /** A cluster of which nothing is said. */
  public static final ClusterSpec DEFAULT = ClusterShape.CLUSTER.empty();

  /** Copies the collections. */
  public ClusterSpec {
    nodes = List.copyOf(nodes);
    rules = ImmutableMap.copyOf(rules);
    upstreamDNS = ImmutableMap.copyOf(upstreamDNS);
  }

  /** The short form of a node, if it has one. */
  public Optional<NodeEntry> node(String name) {
    return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
  }

  /** The same with another seed. */
  public ClusterSpec withSeed(long other) {
    return new ClusterSpec(config, proxyMode, forcedMode, nodes, rules, upstreamDNS, cni, other);
  }

  /** The same with one way in which kube-proxy works, whatever nodes and configurations say. */
  public ClusterSpec withForcedMode(ProxyMode mode) {
    return new ClusterSpec(
        config, proxyMode, Optional.of(mode), nodes, rules, upstreamDNS, cni, seed);
  }

  /** The same with captured rules on one more node. */
  public ClusterSpec withRules(String node, CapturedText text) {
    Map<String, CapturedText> more = new LinkedHashMap<>(rules);
    more.put(node, text);
    return new ClusterSpec(config, proxyMode, forcedMode, nodes, more, upstreamDNS, cni, seed);
  }

  /** The same without anything that was captured on a node, as kube-proxy alone would have it. */
  public ClusterSpec withoutCaptures(String node) {
    Map<String, CapturedText> fewer = new LinkedHashMap<>(rules);
    fewer.remove(node);
    List<NodeEntry> entries =
        nodes.stream()
            .map(entry -> entry.name().equals(node) ? entry.withoutCaptures() : entry)
            .toList();
    return new ClusterSpec(config, proxyMode, forcedMode, entries, fewer, upstreamDNS, cni, seed);
  }
}
