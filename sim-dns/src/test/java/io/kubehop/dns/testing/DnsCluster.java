package io.kubehop.dns.testing;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Route;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.client.WireCall;
import io.kubehop.dns.client.WireListener;
import io.kubehop.dns.coredns.CoreDnsPods;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.resolver.HostsFile;
import io.kubehop.dns.resolver.Libc;
import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.dns.resolver.PodResolvers;
import io.kubehop.dns.resolver.ResolvConf;
import io.kubehop.dns.resolver.StubResolver;
import io.kubehop.dns.upstream.UpstreamDns;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import io.kubehop.service.node.ClusterNetwork;
import io.kubehop.service.node.Cni;
import io.kubehop.service.node.Latencies;
import io.kubehop.service.node.PlainServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node with a CoreDNS Pod and a Pod {@code client} in namespace default. As nobody translates the
 * Service address here, the server has it as its own.
 */
public final class DnsCluster {
  private static final IpAddress SERVICE = IpAddress.parse("10.96.0.10");
  private static final IpAddress OUTSIDE = IpAddress.parse("192.0.2.53");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofHours(1);

  private static final String MACHINES =
      """
      apiVersion: v1
      kind: Node
      metadata: {name: node-a}
      spec: {podCIDR: 10.244.0.0/24, podCIDRs: [10.244.0.0/24]}
      status: {addresses: [{type: InternalIP, address: 192.168.0.2}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: dns, namespace: kube-system, labels: {k8s-app: kube-dns}, annotations: {%s}}
      spec:
        nodeName: node-a
        dnsPolicy: Default
        containers:
        - name: coredns
          image: registry.k8s.io/coredns/coredns:v1.12.0
          ports: [{containerPort: 53, protocol: UDP}, {containerPort: 53}]
      status:
        phase: Running
        podIP: 10.244.0.253
        podIPs: [{ip: 10.244.0.253}]
        conditions: [{type: Ready, status: 'True'}]
      """;

  private final Simulation simulation = new Simulation(42);
  private final ControlPlane controlPlane = new ControlPlane(simulation, ClusterConfig.DEFAULT);
  private final PodResolvers resolvers;
  private final CoreDnsPods servers;
  private final ClusterNetwork network;
  private final UpstreamDns outside = new UpstreamDns();

  private DnsCluster(String annotations, String manifests) {
    ResolvConf nodeConf = new ResolvConf(List.of(OUTSIDE), List.of(), List.of());
    this.resolvers = new PodResolvers(controlPlane, ClusterConfig.DEFAULT, node -> nodeConf);
    this.servers = new CoreDnsPods(simulation, controlPlane, resolvers, "cluster.local");
    PlainServer plain = PlainServer.echo();
    this.network =
        new ClusterNetwork(
            simulation,
            controlPlane,
            ClusterConfig.DEFAULT,
            Cni.ROUTED,
            Latencies.DEFAULT,
            pod -> pod.metadata().name().equals("dns") ? servers : plain,
            plain,
            node -> {});
    outside.start(network.outside(OUTSIDE));
    controlPlane.load(objects(MACHINES.formatted(annotations)));
    controlPlane.load(objects(manifests));
    settle();
    Host server = host("kube-system", "dns");
    server.networkInterface("eth0").addAddress(SERVICE, Cidr.host(SERVICE));
    // What the node knows of the Pod's address it has to know of the Service's.
    Host node = network.nodes().get(0).host();
    node.routes().ownRoutes().stream()
        .filter(route -> route.destination().contains(IpAddress.parse("10.244.0.253")))
        .filter(route -> route.destination().prefixLength() == 32)
        .map(route -> Route.onLink(Cidr.host(SERVICE), route.device()))
        .findFirst()
        .ifPresent(node.routes()::add);
  }

  /** A cluster with a client and what a manifest says. */
  public static DnsCluster of(String manifests) {
    return ofServer("", manifests);
  }

  /** The same with annotations on the server's Pod, as YAML writes them in braces. */
  public static DnsCluster ofServer(String annotations, String manifests) {
    return new DnsCluster(annotations, client("default", "") + "---\n" + manifests);
  }

  /** A cluster whose server has one block, for everything, with these lines. */
  public static DnsCluster ofBlock(String manifests, String... lines) {
    String block = ".:53 {\n" + String.join("\n", lines).indent(2) + "}\n";
    return of(manifests + (manifests.isEmpty() ? "" : "---\n") + corefile(block));
  }

  /** A Pod {@code client} without anything. */
  public static String client(String namespace, String spec) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: client, namespace: %s}
        spec:
          nodeName: node-a
          containers: [{name: main, image: example.com/client}]
          %s
        status:
          phase: Running
          podIP: 10.244.0.9
          podIPs: [{ip: 10.244.0.9}]
          conditions: [{type: Ready, status: 'True'}]
        """
        .formatted(namespace, spec);
  }

  /** A Corefile as a ConfigMap. */
  public static String corefile(String text) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: coredns, namespace: kube-system}\n"
        + "data:\n  Corefile: |\n"
        + text.indent(4);
  }

  private static List<KubeObject> objects(String manifests) {
    return new ManifestLoader()
        .addText("test", manifests).load().objects().stream()
            .map(LoadedObject::object)
            .map(KubeObject.class::cast)
            .toList();
  }

  private Host host(String namespace, String name) {
    return network.hostOf(pod(namespace, name)).orElseThrow();
  }

  private Pod pod(String namespace, String name) {
    return (Pod) controlPlane.find(new ObjectKey(Pod.KIND, namespace, name)).orElseThrow();
  }

  /** Lets everything happen that follows. */
  public void settle() {
    simulation.runUntilSettled(simulation.now() + LONG.toNanos());
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    simulation.runUntil(simulation.now() + time.toNanos());
  }

  /** Creates or replaces objects. */
  public void apply(String manifests) {
    controlPlane.apply(objects(manifests));
    settle();
  }

  /** The servers of the world outside. */
  public UpstreamDns outside() {
    return outside;
  }

  /** The servers of the cluster. */
  public CoreDnsPods servers() {
    return servers;
  }

  /** Switches the server's host off or on. */
  public void setServerDown(boolean down) {
    host("kube-system", "dns").setDown(down);
  }

  /** The engine. */
  public Simulation simulation() {
    return simulation;
  }

  /**
   * Sends bytes as Pod {@code default/client}, and lets time pass until something comes back, or
   * the client has waited long enough.
   */
  public Optional<byte[]> send(Protocol protocol, byte[] message) {
    List<DnsPacket> answers = new ArrayList<>();
    WireListener listener =
        new WireListener() {
          @Override
          public void onAnswer(DnsPacket answer) {
            answers.add(answer);
          }

          @Override
          public void onSilence() {}
        };
    SocketAddress server = new SocketAddress(SERVICE, 53);
    WireCall call =
        new WireCall(
            host("default", "client"), protocol, server, DnsPacket.ofBytes(message), listener);
    call.begin(PATIENCE);
    while (!call.isOver()) {
      simulation.runNext();
    }
    return answers.stream().findFirst().map(DnsPacket::toBytes);
  }

  /** The resolver of Pod {@code default/client}. */
  public StubResolver resolver(Libc libc) {
    return resolvers.of(pod("default", "client"), host("default", "client"), libc);
  }

  /** The resolver of that Pod with another file. */
  public StubResolver resolver(Libc libc, ResolvConf conf) {
    return new StubResolver(host("default", "client"), conf, new HostsFile(List.of()), libc);
  }

  /** Asks as Pod {@code default/client} does, with glibc. */
  public LookupResult ask(String name, String type) {
    return resolver(Libc.GLIBC)
        .lookUp(name, List.of(RecordType.parse(type).orElseThrow()))
        .complete();
  }

  /** The answer section as texts. */
  public List<String> answers(String name, String type) {
    return LookupResult.texts(ask(name, type).answers());
  }
}
