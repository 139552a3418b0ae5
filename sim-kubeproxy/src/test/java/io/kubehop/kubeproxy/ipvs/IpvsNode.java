package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Network;
import io.kubehop.core.ipset.IpSet;
import io.kubehop.core.ipset.SetElement;
import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsConnection;
import io.kubehop.core.ipvs.IpvsPacket;
import io.kubehop.core.ipvs.VirtualServer;
import io.kubehop.core.ipvs.text.IpvsadmSave;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.core.time.Simulation;
import io.kubehop.kubeproxy.KubeProxies;
import io.kubehop.kubeproxy.ProxiedCluster;
import io.kubehop.kubeproxy.node.HostIpvs;
import io.kubehop.kubeproxy.node.HostKernel;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.ObjectKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A host whose kube-proxy runs in ipvs mode, in a cluster with some objects. */
final class IpvsNode {
  private static final String NODE =
      """
      apiVersion: v1
      kind: Node
      metadata: {name: node-a}
      spec: {podCIDRs: [10.0.0.0/24, "fd00:10::/64"]}
      status:
        addresses:
        - {type: InternalIP, address: 192.168.0.2}
        - {type: InternalIP, address: "fd00::2"}
      """;

  final Simulation simulation = new Simulation(42);
  final ControlPlane controlPlane = new ControlPlane(simulation, ProxiedCluster.CONFIG);
  final Host host = new Network(simulation, 0).addHost("node-a");
  final KubeProxies proxies;

  private IpvsNode(KubeProxyConfiguration configuration) {
    proxies = new KubeProxies(simulation, controlPlane, ProxiedCluster.CONFIG, configuration);
    host.loopback().addAddress(IpAddress.parse("192.168.0.2"), Cidr.parse("192.168.0.2/32"));
    host.loopback().addAddress(IpAddress.parse("fd00::2"), Cidr.parse("fd00::2/128"));
  }

  /** One whose kube-proxy has the given lines beside {@code mode: ipvs}. */
  static IpvsNode of(String configuration, String... manifests) {
    IpvsNode node = new IpvsNode(ProxiedCluster.configuration("mode: ipvs\n" + configuration));
    node.controlPlane.load(ProxiedCluster.objects(NODE));
    node.controlPlane.load(ProxiedCluster.objects(manifests));
    node.restart();
    return node;
  }

  void restart() {
    proxies.start("node-a", KubeProxyConfiguration.EMPTY, new HostKernel(host, Set.of()));
    settle();
  }

  IpvsNode apply(String... manifests) {
    controlPlane.apply(ProxiedCluster.objects(manifests));
    settle();
    return this;
  }

  IpvsNode delete(String kind, String name) {
    controlPlane.delete(new ObjectKey(kind, "shop", name));
    settle();
    return this;
  }

  private void settle() {
    simulation.runUntilSettled(simulation.now() + ProxiedCluster.LIMIT);
  }

  void pass(int seconds) {
    simulation.runUntil(simulation.now() + seconds * 1_000_000_000L);
  }

  Ipvs ipvs() {
    return host.firewall().ipvs();
  }

  /** Its virtual servers as {@code ipvsadm-save -n} prints them. */
  List<String> ipvsadm() {
    return IpvsadmSave.print(ipvs().services().stream().map(VirtualServer::entry).toList())
        .lines()
        .toList();
  }

  /** The elements of a set. */
  List<String> set(String name) {
    IpSet set = host.firewall().sets().get(name);
    return set == null
        ? List.of("no such set")
        : set.elements().stream().map(SetElement::toString).toList();
  }

  List<String> bound() {
    return new HostIpvs(host).bound(IpFamily.IPV4).stream().map(IpAddress::toString).toList();
  }

  /** The rules of a chain, without {@code -A CHAIN}. */
  List<String> rules(String chain) {
    return IptablesSave.print(host.firewall().rules(IpFamily.IPV4))
        .lines()
        .filter(line -> line.startsWith("-A " + chain + " "))
        .map(line -> line.substring(chain.length() + 4))
        .toList();
  }

  /** A client connects, so that a real server has a connection. */
  void connect(Protocol protocol, String to, int sourcePort) {
    ipvs().in(new Arriving(protocol, IpAddress.parse(to), sourcePort));
  }

  /** A packet from a Pod. */
  private static final class Arriving implements IpvsPacket {
    private final Packet packet = new Packet();
    private @Nullable IpvsConnection connection;

    Arriving(Protocol protocol, IpAddress to, int sourcePort) {
      packet.setProtocol(protocol.number());
      packet.setSource(IpAddress.parse("10.0.0.99"));
      packet.setSourcePort(sourcePort);
      packet.setDestination(to);
      packet.setDestinationPort(80);
      packet.setTcpFlags(protocol == Protocol.TCP ? TcpFlags.SYN : 0);
    }

    @Override
    public Packet packet() {
      return packet;
    }

    @Override
    public int mark() {
      return 0;
    }

    @Override
    public boolean isFromThisHost() {
      return false;
    }

    @Override
    public boolean isTracked() {
      return false;
    }

    @Override
    public @Nullable IpvsConnection ipvsConnection() {
      return connection;
    }

    @Override
    public void setIpvsConnection(IpvsConnection found) {
      connection = found;
    }
  }
}
