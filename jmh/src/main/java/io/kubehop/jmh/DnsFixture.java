package io.kubehop.jmh;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.chain.Exchange;
import io.kubehop.dns.coredns.CoreDnsApplication;
import io.kubehop.dns.coredns.CoreDnsSettings;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Header;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.server.DnsServer;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import io.kubehop.service.node.ClusterNetwork;
import io.kubehop.service.node.Cni;
import io.kubehop.service.node.Latencies;
import io.kubehop.service.node.PlainServer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A CoreDNS that knows many Services {@code cart-N.shop}, with the built-in Corefile. */
final class DnsFixture {
  static final Exchange EXCHANGE =
      new Exchange(
          Protocol.UDP,
          new SocketAddress(IpAddress.parse("10.244.0.9"), 40001),
          new SocketAddress(IpAddress.parse("10.96.0.10"), 53));

  final DnsServer server;

  DnsFixture(int services) {
    Simulation simulation = new Simulation(1);
    ControlPlane controlPlane = new ControlPlane(simulation, ClusterConfig.DEFAULT);
    PlainServer plain = PlainServer.echo();
    ClusterNetwork network =
        new ClusterNetwork(
            simulation,
            controlPlane,
            ClusterConfig.DEFAULT,
            Cni.ROUTED,
            Latencies.DEFAULT,
            pod -> plain,
            plain,
            node -> {});
    Host host = network.outside(IpAddress.parse("192.0.2.9"));
    CoreDnsApplication application =
        new CoreDnsApplication(host, controlPlane, CoreDnsSettings.of("cluster.local", List.of()));
    controlPlane.load(objects(services));
    application.start();
    simulation.runUntil(60_000_000_000L);
    server = application.server(53).orElseThrow();
  }

  private static List<KubeObject> objects(int services) {
    ManifestLoader loader = new ManifestLoader();
    IntStream.range(0, services).forEach(i -> loader.addText("service " + i, service(i)));
    return loader.load().objects().stream()
        .map(LoadedObject::object)
        .map(KubeObject.class::cast)
        .toList();
  }

  private static String service(int number) {
    return String.format(
        Locale.ROOT,
        """
        apiVersion: v1
        kind: Service
        metadata: {name: cart-%d, namespace: shop}
        spec: {clusterIP: %s, ports: [{port: 80}]}
        """,
        number,
        address(number));
  }

  static String address(int number) {
    return "10.97." + number / 250 + "." + (number % 250 + 1);
  }

  static String name(int number) {
    return "cart-" + number + ".shop.svc.cluster.local.";
  }

  static byte[] query(int number) {
    Question question = new Question(DomainName.of(name(number)), RecordType.A);
    return DnsPacket.of(
            DnsMessage.query(Header.query(number), question, null), DnsPacket.CLASSIC_SIZE)
        .toBytes();
  }
}
