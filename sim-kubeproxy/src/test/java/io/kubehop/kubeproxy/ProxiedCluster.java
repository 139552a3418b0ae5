package io.kubehop.kubeproxy;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.Node;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.config.PortRange;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A control plane with the proxies of its nodes, which write to {@link RecordingKernel}s. */
public final class ProxiedCluster {
  /** A time by which everything has settled. */
  public static final long LIMIT = 3_600_000_000_000L;

  /** Settings that let tests choose addresses freely. */
  public static final ClusterConfig CONFIG =
      ClusterConfig.DEFAULT
          .withServiceCIDRs(List.of(Cidr.parse("172.30.0.0/16"), Cidr.parse("fd00:30::/108")))
          .withPodCIDRs(List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("fd00:10::/32")))
          .withNodePortRange(PortRange.parse("3000-32767"));

  public final Simulation simulation = new Simulation(42);
  public final ControlPlane controlPlane;
  public final KubeProxies proxies;
  public final Map<String, RecordingKernel> nodes = new LinkedHashMap<>();

  /** Starts with these objects; every Node among them has a proxy. */
  public ProxiedCluster(
      ClusterConfig config, KubeProxyConfiguration configuration, List<KubeObject> objects) {
    controlPlane = new ControlPlane(simulation, config);
    proxies = new KubeProxies(simulation, controlPlane, config, configuration);
    controlPlane.load(objects);
    for (Node node : controlPlane.nodes()) {
      start(node, KubeProxyConfiguration.EMPTY);
    }
    settle();
  }

  /** Starts with the objects of manifests. */
  public static ProxiedCluster of(String... manifests) {
    return of(KubeProxyConfiguration.EMPTY, manifests);
  }

  /** Starts with the objects of manifests, and proxies that are configured so. */
  public static ProxiedCluster of(KubeProxyConfiguration configuration, String... manifests) {
    return new ProxiedCluster(CONFIG, configuration, objects(manifests));
  }

  /** The objects of manifests. */
  public static List<KubeObject> objects(String... manifests) {
    ManifestLoader loader = new ManifestLoader();
    for (String manifest : manifests) {
      loader.addText("test", manifest);
    }
    return loader.load().objects().stream().map(LoadedObject::object).toList();
  }

  /** A configuration from the lines of its document. */
  public static KubeProxyConfiguration configuration(String lines) {
    return (KubeProxyConfiguration)
        objects(
                "apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n"
                    + lines)
            .get(0);
  }

  /** Starts the proxy of a node. */
  public RecordingKernel start(Node node, KubeProxyConfiguration override) {
    List<IpAddress> addresses = node.status().internalIPs().stream().map(IpAddress::parse).toList();
    RecordingKernel kernel = new RecordingKernel(addresses);
    nodes.put(node.metadata().name(), kernel);
    proxies.start(node.metadata().name(), override, kernel);
    return kernel;
  }

  /** Applies manifests, and lets everything settle. */
  public void apply(String... manifests) {
    controlPlane.apply(objects(manifests));
    settle();
  }

  /** Lets everything settle. */
  public void settle() {
    if (!simulation.runUntilSettled(simulation.now() + LIMIT)) {
      throw new AssertionError("does not settle");
    }
  }

  /** What was written to a node. */
  public RecordingKernel node(String name) {
    return nodes.get(name);
  }

  /** The rules of a node for IPv4. */
  public Dump dump(String node) {
    return Dump.of(node(node).text(IpFamily.IPV4));
  }
}
