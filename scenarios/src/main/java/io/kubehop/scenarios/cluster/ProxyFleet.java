package io.kubehop.scenarios.cluster;

import static java.util.Objects.requireNonNull;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsSysctls;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Simulation;
import io.kubehop.kubeproxy.KubeProxies;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.kubeproxy.node.HostKernel;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.NodeEntry;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.node.NodeMachine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Runs a kube-proxy on each node, in the mode that was asked for, unless its rules were captured.
 */
final class ProxyFleet {
  private final ClusterSpec spec;
  private final KubeProxyConfiguration configuration;
  private final KubeProxies proxies;
  private final CapturedRules captured;
  private final TreeSet<String> limits = new TreeSet<>();
  private final Map<String, HostKernel> kernels = new TreeMap<>();

  ProxyFleet(
      Simulation simulation,
      ControlPlane controlPlane,
      ClusterSpec spec,
      KubeProxyConfiguration configuration,
      CapturedRules captured) {
    this.spec = spec;
    this.captured = captured;
    this.configuration = configuration;
    this.proxies = new KubeProxies(simulation, controlPlane, spec.config(), configuration);
  }

  void start(NodeMachine node) {
    Optional<NodeEntry> entry = spec.node(node.name());
    if (captured.has(node.name())) {
      captured.program(node.name(), node.host(), mode(node.name()));
    } else {
      startProxy(node, entry);
    }
    entry.ifPresent(each -> set(each.sysctls(), node.host()));
  }

  /** Has somebody told of each node whose proxy has just written what it should have. */
  void onSync(Consumer<String> listener) {
    proxies.onSync(listener);
  }

  /** Has the proxy of a node stop, which leaves its rules as they are, or start again. */
  void set(NodeMachine node, boolean failed) {
    if (failed) {
      proxies.stop(node.name());
    } else if (!captured.has(node.name()) && !proxies.isRunning(node.name())) {
      startProxy(node, spec.node(node.name()));
    }
  }

  private void startProxy(NodeMachine node, Optional<NodeEntry> entry) {
    KubeProxyConfiguration own =
        entry.flatMap(NodeEntry::kubeProxy).orElse(KubeProxyConfiguration.EMPTY);
    ProxyMode mode = mode(entry, own.over(configuration));
    if (KubeProxies.isModelled(mode)) {
      HostKernel kernel =
          kernels.computeIfAbsent(
              node.name(), name -> new HostKernel(node.host(), new TreeSet<>()));
      proxies.start(node.name(), own.withMode(mode.toString()), kernel);
    } else {
      limits.add("not supported yet: mode " + mode + ", as node " + node.name() + " has");
    }
  }

  /** Settings that decide nothing here are left alone; they are findings. */
  private static void set(Map<String, Integer> sysctls, Host host) {
    sysctls.forEach(
        (key, value) -> {
          Sysctl.ofKey(key).ifPresent(known -> host.setSysctl(known, value));
          if (IpvsSysctls.DEFAULT.with(key, value) != null) {
            Ipvs ipvs = host.firewall().ipvs();
            ipvs.setSysctls(requireNonNull(ipvs.sysctls().with(key, value)));
          }
        });
  }

  /** The mode in which the proxy of a node runs, or would run if its rules were not captured. */
  ProxyMode mode(String node) {
    Optional<NodeEntry> entry = spec.node(node);
    KubeProxyConfiguration own =
        entry.flatMap(NodeEntry::kubeProxy).orElse(KubeProxyConfiguration.EMPTY);
    return mode(entry, own.over(configuration));
  }

  /** What the proxies of a node listen on, where they are programs. */
  List<String> listeners(String node, IpFamily family) {
    return proxies.listeners(node, family);
  }

  private ProxyMode mode(Optional<NodeEntry> entry, KubeProxyConfiguration configured) {
    return spec.forcedMode()
        .or(() -> entry.flatMap(NodeEntry::proxyMode))
        .or(() -> configured.mode().filter(text -> !text.isEmpty()).map(ProxyMode::parse))
        .orElse(spec.proxyMode());
  }

  /**
   * Checks that all nodes do what was asked of them.
   *
   * @throws NotPossibleException if something on a node is not modelled yet
   */
  void requireNoLimit() {
    if (!limits.isEmpty()) {
      throw new NotPossibleException(limits.first());
    }
  }
}
