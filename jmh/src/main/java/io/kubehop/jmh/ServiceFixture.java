package io.kubehop.jmh;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.kubeproxy.KubeProxies;
import io.kubehop.kubeproxy.node.HostKernel;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.load.LoadedManifests;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import io.kubehop.service.node.ClusterNetwork;
import io.kubehop.service.node.Cni;
import io.kubehop.service.node.Latencies;
import io.kubehop.service.node.PlainServer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A cluster of one node with many Services of three endpoints each, settled, and a Pod's namespace
 * to call them from.
 */
final class ServiceFixture {
  static final IpAddress CLIENT = IpAddress.parse("10.244.0.250");

  final Simulation simulation = new Simulation(1);
  final ClusterNetwork cluster;
  final Host client;

  ServiceFixture(int services) {
    this(services, "iptables");
  }

  /** A cluster whose kube-proxy runs in a mode. */
  ServiceFixture(int services, String mode) {
    ControlPlane controlPlane = new ControlPlane(simulation, ClusterConfig.DEFAULT);
    KubeProxies proxies =
        new KubeProxies(
            simulation, controlPlane, ClusterConfig.DEFAULT, KubeProxyConfiguration.EMPTY);
    PlainServer server = PlainServer.echo();
    cluster =
        new ClusterNetwork(
            simulation,
            controlPlane,
            ClusterConfig.DEFAULT,
            Cni.ROUTED,
            Latencies.DEFAULT,
            pod -> server,
            server,
            node ->
                proxies.start(
                    node.name(),
                    KubeProxyConfiguration.EMPTY.withMode(mode),
                    new HostKernel(node.host(), Set.of())));
    controlPlane.load(objects(services));
    simulation.runUntilSettled(Long.MAX_VALUE);
    proxies.stop("node-a"); // the rules stay; its periodic work would be measured with the packets
    client = cluster.inside(CLIENT, Optional.of("node-a"));
  }

  /** The cluster IPs of the Services, made once. */
  static final IpAddress[] VIPS =
      IntStream.range(0, 30_000)
          .mapToObj(i -> IpAddress.parse("10.100.0.0").plus(i + 1L))
          .toArray(IpAddress[]::new);

  private static List<KubeObject> objects(int services) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < services; i++) {
      yaml.append(service(i));
    }
    LoadedManifests loaded = new ManifestLoader().addText("fixture.yaml", yaml.toString()).load();
    return loaded.objects().stream().map(LoadedObject::object).toList();
  }

  /** All Services share three endpoints, so that the fixture measures rules, not hosts. */
  private static String service(int i) {
    String manifest =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: s%1$d, namespace: bench}
        spec: {clusterIP: %2$s, ports: [{port: 80, targetPort: 8080}]}
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: s%1$d-1, namespace: bench, labels: {kubernetes.io/service-name: s%1$d}}
        addressType: IPv4
        ports: [{name: "", port: 8080, protocol: TCP}]
        endpoints:
        - {addresses: [10.244.0.11], nodeName: node-a}
        - {addresses: [10.244.0.12], nodeName: node-a}
        - {addresses: [10.244.0.13], nodeName: node-a}
        ---
        """;
    return String.format(Locale.ROOT, manifest, i, VIPS[i]);
  }
}
