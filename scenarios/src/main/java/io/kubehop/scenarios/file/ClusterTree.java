package io.kubehop.scenarios.file;

import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.load.ObjectPrinter;
import io.kubehop.service.source.Durations;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings of a cluster back into the fields of the format; what is as by default is left out. */
final class ClusterTree {
  private static final ClusterSpec DEFAULTS = ClusterSpec.DEFAULT;

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  private ClusterTree() {}

  static Map<String, @Nullable Object> of(ClusterSpec spec) {
    ClusterTree tree = new ClusterTree();
    ClusterConfig config = spec.config();
    ClusterConfig defaults = DEFAULTS.config();
    tree.put("proxyMode", spec.forcedMode().orElse(spec.proxyMode()), DEFAULTS.proxyMode());
    tree.put("clusterDomain", config.clusterDomain(), defaults.clusterDomain());
    tree.put("serviceCIDRs", texts(config.serviceCIDRs()), texts(defaults.serviceCIDRs()));
    tree.put("podCIDRs", texts(config.podCIDRs()), texts(defaults.podCIDRs()));
    tree.put("nodePortRange", config.nodePortRange(), defaults.nodePortRange());
    config
        .loadBalancer()
        .ifPresent(
            balancer -> {
              Map<String, @Nullable Object> fields = new LinkedHashMap<>();
              fields.put("pool", texts(balancer.pool()));
              fields.put("delay", Durations.format(balancer.delay()));
              tree.fields.put("loadBalancer", fields);
            });
    tree.put("nodes", nodes(spec), List.of());
    tree.put("upstreamDNS", spec.upstreamDNS(), DEFAULTS.upstreamDNS());
    tree.put("epoch", config.epoch(), defaults.epoch());
    tree.put("cni", spec.cni().name().toLowerCase(Locale.ROOT), "routed");
    tree.fields.put("seed", spec.seed());
    return tree.fields;
  }

  private void put(String name, Object value, Object byDefault) {
    if (!value.equals(byDefault)) {
      boolean plain = value instanceof List<?> || value instanceof Map<?, ?>;
      fields.put(name, plain ? value : value.toString());
    }
  }

  /** The nodes in short form; rules that were put on a node make one of it. */
  private static List<Map<String, @Nullable Object>> nodes(ClusterSpec spec) {
    Map<String, Map<String, @Nullable Object>> nodes = new LinkedHashMap<>();
    if (spec.nodes().isEmpty() && !spec.rules().isEmpty()) {
      List.of("node-a", "node-b").forEach(name -> nodes.put(name, named(name)));
    }
    spec.nodes().forEach(node -> nodes.put(node.name(), node(node)));
    spec.rules()
        .forEach(
            (name, text) -> {
              Map<String, @Nullable Object> node = nodes.get(name);
              if (node == null) {
                throw new IllegalArgumentException(
                    "a scenario cannot put rules on a node that is given as an object: " + name);
              }
              node.put(NodeEntry.Capture.IPTABLES_SAVE.field(), absolute(text.file()));
            });
    return List.copyOf(nodes.values());
  }

  private static Map<String, @Nullable Object> named(String name) {
    Map<String, @Nullable Object> node = new LinkedHashMap<>();
    node.put("name", name);
    return node;
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static Map<String, @Nullable Object> node(NodeEntry node) {
    ClusterTree tree = new ClusterTree();
    tree.fields.put("name", node.name());
    tree.put("addresses", texts(node.addresses()), List.of());
    tree.put("podCIDRs", texts(node.podCIDRs()), List.of());
    tree.put("labels", node.labels(), new LinkedHashMap<>());
    node.proxyMode().ifPresent(mode -> tree.fields.put("proxyMode", mode.toString()));
    node.kubeProxy()
        .ifPresent(
            own ->
                tree.fields.put(
                    "kubeProxy", withoutType(ObjectPrinter.tree(own, Optional.empty()))));
    node.captures()
        .forEach((capture, text) -> tree.fields.put(capture.field(), absolute(text.file())));
    if (!node.resolvConf().equals(NodeEntry.ResolvConf.EMPTY)) {
      tree.fields.put("resolvConf", resolvConf(node.resolvConf()));
    }
    tree.put("sysctls", node.sysctls(), new LinkedHashMap<>());
    return tree.fields;
  }

  /** Wherever the scenario will stand, the captured file stays where it is. */
  private static String absolute(String file) {
    return Path.of(file).toAbsolutePath().normalize().toString();
  }

  private static Map<String, @Nullable Object> resolvConf(NodeEntry.ResolvConf conf) {
    ClusterTree tree = new ClusterTree();
    tree.put("search", conf.search(), List.of());
    tree.put("nameservers", texts(conf.nameservers()), List.of());
    tree.put("options", conf.options(), List.of());
    return tree.fields;
  }

  private static Map<String, @Nullable Object> withoutType(SourceNode tree) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>(((SourceMapping) tree).plain());
    List.of("apiVersion", "kind", "metadata").forEach(plain::remove);
    return plain;
  }
}
