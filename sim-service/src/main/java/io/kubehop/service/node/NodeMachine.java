package io.kubehop.service.node;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Link;
import io.kubehop.core.host.Network;
import io.kubehop.core.host.NetworkInterface;
import io.kubehop.core.host.Route;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.JournaledMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** One node: its host, its addresses, and the Pods' ends that are plugged into it. */
public final class NodeMachine {
  private static final String BRIDGE = "cni0";

  private final Wiring wiring;
  private final Network network;
  private final Host host;
  private final List<IpAddress> addresses;
  private final List<Cidr> podCIDRs;
  private final @Nullable Link bridge;
  private final JournaledMap<String, Host> namespaces;

  NodeMachine(
      Wiring wiring,
      Network network,
      Cni cni,
      String name,
      List<IpAddress> addresses,
      List<Cidr> podCIDRs) {
    this.wiring = wiring;
    this.network = network;
    this.addresses = List.copyOf(addresses);
    this.podCIDRs = List.copyOf(podCIDRs);
    this.host = wiring.addNode(name);
    this.namespaces = new JournaledMap<>(network.simulation().journal());
    NetworkInterface uplink = host.requireInterface(Wiring.UPLINK);
    for (IpAddress address : addresses) {
      uplink.addAddress(address, Cidr.host(address));
      wiring.announce(address);
    }
    this.bridge = cni == Cni.BRIDGE ? addBridge() : null;
    for (Cidr cidr : podCIDRs) {
      IpAddress gateway = primaryAddress(cidr.address().isV4());
      if (gateway != null) {
        wiring.route(cidr, gateway);
      }
      host.routes().add(cni == Cni.BRIDGE ? Route.onLink(cidr, BRIDGE) : Route.unreachable(cidr));
    }
  }

  private Link addBridge() {
    Link link = network.addLan(host.name() + "/" + BRIDGE, wiring.latencies().pod());
    NetworkInterface device = host.addInterface(BRIDGE, link);
    for (Cidr cidr : podCIDRs) {
      device.addAddress(cidr.address().plus(1), cidr);
    }
    return link;
  }

  /** Its host. */
  public Host host() {
    return host;
  }

  /** Its name. */
  public String name() {
    return host.name();
  }

  /** Its addresses on the LAN, the primary one first. */
  public List<IpAddress> addresses() {
    return addresses;
  }

  /** The networks that its Pods are in. */
  public List<Cidr> podCIDRs() {
    return podCIDRs;
  }

  /** Its first address of a family, or null. */
  public @Nullable IpAddress primaryAddress(boolean v4) {
    for (IpAddress address : addresses) {
      if (address.isV4() == v4) {
        return address;
      }
    }
    return null;
  }

  /** Whether an address is in one of its pod CIDRs. */
  boolean ownsPodAddress(IpAddress address) {
    return podCIDRs.stream().anyMatch(cidr -> cidr.contains(address));
  }

  /** The network namespaces that are plugged into it. */
  public List<Host> namespaces() {
    return namespaces.values();
  }

  /** Makes a network namespace on the node, with addresses that everybody can reach. */
  Host addNamespace(String name, List<IpAddress> namespaceAddresses) {
    Host namespace = network.addHost(name);
    namespaces.put(name, namespace);
    NetworkInterface inside =
        bridge == null ? plugCable(namespace, namespaceAddresses) : plugBridge(namespace, bridge);
    for (IpAddress address : namespaceAddresses) {
      inside.addAddress(address, Cidr.host(address));
      IpAddress node = primaryAddress(address.isV4());
      if (!ownsPodAddress(address) && node != null) {
        wiring.route(Cidr.host(address), node);
      }
    }
    return namespace;
  }

  private NetworkInterface plugCable(Host namespace, List<IpAddress> namespaceAddresses) {
    String device = vethName(namespace.name());
    Link cable = network.addCable(namespace.name() + "/veth", wiring.latencies().pod());
    host.addInterface(device, cable);
    NetworkInterface inside = namespace.addInterface(Wiring.UPLINK, cable);
    for (IpAddress address : namespaceAddresses) {
      host.routes().add(Route.onLink(Cidr.host(address), device));
    }
    namespace.routes().add(Route.onLink(Wiring.ALL_V4, Wiring.UPLINK));
    namespace.routes().add(Route.onLink(Wiring.ALL_V6, Wiring.UPLINK));
    return inside;
  }

  /**
   * Plugs a namespace into the bridge. Its packets go to the node in any case, even those to a
   * neighbour: with net.bridge.bridge-nf-call-iptables, which kube-proxy needs, bridged packets
   * pass the node's tables too.
   */
  private NetworkInterface plugBridge(Host namespace, Link link) {
    NetworkInterface inside = namespace.addInterface(Wiring.UPLINK, link);
    for (Cidr cidr : podCIDRs) {
      Cidr everything = cidr.address().isV4() ? Wiring.ALL_V4 : Wiring.ALL_V6;
      namespace.routes().add(Route.via(everything, cidr.address().plus(1), Wiring.UPLINK));
    }
    return inside;
  }

  /** Takes a network namespace away. */
  void removeNamespace(Host namespace) {
    List<IpAddress> gone = new ArrayList<>();
    namespace.interfaces().stream()
        .filter(device -> device != namespace.loopback())
        .forEach(device -> gone.addAll(device.addresses()));
    NetworkInterface end = host.networkInterface(vethName(namespace.name()));
    network.removeHost(namespace);
    namespaces.remove(namespace.name());
    for (IpAddress address : gone) {
      host.routes().remove(Cidr.host(address));
      if (!ownsPodAddress(address)) {
        wiring.withdraw(Cidr.host(address));
      }
    }
    if (bridge == null && end != null) {
      host.removeInterface(end);
      Link cable = network.link(namespace.name() + "/veth");
      if (cable != null) {
        network.removeLink(cable);
      }
    }
  }

  /** The node's end of a Pod's cable: {@code veth} and eight hex digits, the same in every run. */
  private static String vethName(String namespace) {
    CRC32 crc = new CRC32();
    crc.update(namespace.getBytes(StandardCharsets.UTF_8));
    return "veth" + String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
