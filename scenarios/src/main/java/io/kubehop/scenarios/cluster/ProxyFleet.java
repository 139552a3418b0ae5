package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.time.Simulation;
import io.kubehop.kubeproxy.KubeProxies;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.NodeEntry;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.node.NodeMachine;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Runs a kube-proxy on each node, in the mode that was asked for, unless its rules were captured.
 */
final class ProxyFleet {
  private final ClusterSpec spec;
  private final KubeProxyConfiguration configuration;
  private final KubeProxies proxies;
  private final CapturedRules captured;
  private final TreeSet<String> limits = new TreeSet<>();

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
    boolean hasCapturedRules = captured.install(node.host());
    entry.ifPresent(own -> set(own.sysctls(), node.host()));
    if (hasCapturedRules) {
      return;
    }
    KubeProxyConfiguration own =
        entry.flatMap(NodeEntry::kubeProxy).orElse(KubeProxyConfiguration.EMPTY);
    ProxyMode mode = mode(entry, own.over(configuration));
    if (mode == ProxyMode.IPTABLES) {
      proxies.start(node.name(), own.withMode(mode.toString()), new HostKernel(node.host()));
    } else {
      limits.add("not supported yet: mode " + mode + ", as node " + node.name() + " has");
    }
  }

  /** Settings that decide nothing here are left alone. */
  private static void set(Map<String, Integer> sysctls, Host host) {
    sysctls.forEach(
        (key, value) -> Sysctl.ofKey(key).ifPresent(known -> host.setSysctl(known, value)));
  }

  private ProxyMode mode(Optional<NodeEntry> entry, KubeProxyConfiguration configured) {
    return spec.forcedMode()
        .or(() -> entry.flatMap(NodeEntry::proxyMode))
        .or(() -> configured.mode().filter(text -> !text.isEmpty()).map(ProxyMode::parse))
        .orElse(spec.proxyMode());
  }

  /** Why no connection can be made in this cluster, if that is so. */
  Optional<String> limit() {
    return limits.stream().findFirst();
  }
}
