package io.kubehop.kubeproxy;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.kubeproxy.config.SettingsReader;
import io.kubehop.kubeproxy.config.UdpCleanup;
import io.kubehop.kubeproxy.node.HealthCheckNodePort;
import io.kubehop.kubeproxy.node.NodeFacts;
import io.kubehop.kubeproxy.node.NodeKernel;
import io.kubehop.kubeproxy.sync.ProxiedNode;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.config.ClusterConfig;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The kube-proxies of a cluster. Each writes to its own node, in its own time; what they would all
 * work out alike is worked out once.
 *
 * <pre>{@code
 * KubeProxies proxies = new KubeProxies(simulation, controlPlane, cluster, configuration);
 * proxies.start("node-a", KubeProxyConfiguration.EMPTY, kernelOfNodeA);
 * }</pre>
 */
public final class KubeProxies {
  /** Who else proxies a Service (k8s.io/api/core/v1 and cmd/kube-proxy/app/server.go). */
  private static final String OTHER_PROXY_LABEL = "service.kubernetes.io/service-proxy-name";

  private static final String HEADLESS_LABEL = "service.kubernetes.io/headless";

  private final ControlPlane controlPlane;
  private final ClusterConfig cluster;
  private final KubeProxyConfiguration configuration;
  private final Map<IpFamily, FamilyProxies> families = new EnumMap<>(IpFamily.class);
  private final JournaledMap<String, RunningProxy> running;

  /**
   * Begins to watch Services, EndpointSlices and Nodes; no proxy runs yet.
   *
   * @param cluster the ranges of Pods count where no {@code clusterCIDR} is configured
   * @param configuration what is configured for the proxies of all nodes
   */
  public KubeProxies(
      Simulation simulation,
      ControlPlane controlPlane,
      ClusterConfig cluster,
      KubeProxyConfiguration configuration) {
    this.controlPlane = controlPlane;
    this.cluster = cluster;
    this.configuration = configuration;
    this.running = new JournaledMap<>(simulation.journal());
    for (IpFamily family : IpFamily.values()) {
      families.put(
          family, new FamilyProxies(simulation, family, cluster.serviceCIDRs(), this::listen));
    }
    controlPlane.watch(Service.class, this::onService);
    controlPlane.watch(EndpointSlice.class, this::onSlice);
    controlPlane.watch(Node.class, this::onNode);
  }

  /**
   * A proxy that runs.
   *
   * @param settings how it completes its configuration
   * @param kernel what it writes to
   */
  private record RunningProxy(SettingsReader settings, NodeKernel kernel) {
    ProxiedNode node(NodeFacts facts, IpFamily family) {
      return new ProxiedNode(
          facts, settings.read(family, facts, kernel.isConntrackLiberal()), kernel);
    }
  }

  /** Whether proxies can run in a mode. */
  public static boolean isModelled(ProxyMode mode) {
    return Proxiers.MODES.contains(mode);
  }

  /** What the proxies of a node in userspace mode listen on in one family, a line each. */
  public List<String> listeners(String node, IpFamily family) {
    FamilyProxies proxies = families.get(family);
    return proxies == null ? List.of() : proxies.listeners(node);
  }

  /**
   * Starts the proxy of a node, or starts it again.
   *
   * @param override what is configured for this node alone
   * @param kernel what the proxy writes to
   * @throws IllegalArgumentException if the configuration has a value that kube-proxy does not take
   */
  public void start(String node, KubeProxyConfiguration override, NodeKernel kernel) {
    stop(node);
    SettingsReader reader =
        new SettingsReader(
            override.over(configuration), cluster.podCIDRs(), UdpCleanup.RECONCILE_ALL);
    RunningProxy proxy = new RunningProxy(reader, kernel);
    NodeFacts facts = facts(node);
    running.put(node, proxy);
    families.forEach((family, proxies) -> proxies.start(proxy.node(facts, family)));
  }

  /** Has somebody told of each node whose proxy has just written what it should have. */
  public void onSync(Consumer<String> listener) {
    families.values().forEach(proxies -> proxies.onSync(listener));
  }

  private NodeFacts facts(String node) {
    return controlPlane
        .find(ObjectKey.ofCluster(Node.KIND, node))
        .map(object -> NodeFacts.of((Node) object))
        .orElseGet(() -> new NodeFacts(node, "", List.of(), List.of()));
  }

  /** Whether a proxy runs on a node. */
  public boolean isRunning(String node) {
    return running.containsKey(node);
  }

  /** Stops the proxy of a node; the rules that it wrote stay. */
  public void stop(String node) {
    running.remove(node);
    families.values().forEach(proxies -> proxies.stop(node));
  }

  private void onService(WatchEvent<Service> event) {
    for (FamilyProxies proxies : families.values()) {
      if (isGone(event)) {
        proxies.tracker().remove(event.object());
      } else {
        proxies.tracker().put(event.object());
      }
    }
  }

  /** Objects with certain labels are meant for another proxy, or for none. */
  private static boolean isGone(WatchEvent<? extends KubeObject> event) {
    Map<String, String> labels = event.object().metadata().labels();
    return event.isDeleted()
        || labels.containsKey(OTHER_PROXY_LABEL)
        || labels.containsKey(HEADLESS_LABEL);
  }

  private void onSlice(WatchEvent<EndpointSlice> event) {
    Optional<FamilyProxies> proxies = family(event.object().addressType());
    if (proxies.isPresent()) {
      event
          .previous()
          .filter(slice -> !slice.serviceName().equals(event.object().serviceName()))
          .ifPresent(slice -> proxies.get().tracker().remove(slice));
      if (isGone(event)) {
        proxies.get().tracker().remove(event.object());
      } else {
        proxies.get().tracker().put(event.object());
      }
    }
  }

  private Optional<FamilyProxies> family(String addressType) {
    return switch (addressType) {
      case "IPv4" -> Optional.ofNullable(families.get(IpFamily.IPV4));
      case "IPv6" -> Optional.ofNullable(families.get(IpFamily.IPV6));
      default -> Optional.empty();
    };
  }

  private void onNode(WatchEvent<Node> event) {
    RunningProxy proxy = running.get(event.object().metadata().name());
    if (proxy != null && !event.isDeleted()) {
      NodeFacts facts = NodeFacts.of(event.object());
      families.forEach((family, proxies) -> proxies.replace(proxy.node(facts, family)));
    }
  }

  /** Where both families have a Service, the proxy of the first has the port. */
  private void listen(ProxiedNode node) {
    Map<Integer, HealthCheckNodePort> byPort = new LinkedHashMap<>();
    families.values().stream()
        .flatMap(proxies -> proxies.healthCheckPorts(node.name()).stream())
        .forEach(port -> byPort.putIfAbsent(port.port(), port));
    node.kernel().listen(List.copyOf(byPort.values()));
  }
}
