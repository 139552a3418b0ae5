package io.kubehop.service.node;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Network;
import io.kubehop.core.host.Route;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.controller.kubelet.PodRuntime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The machines of a cluster: nodes on a LAN, Pods plugged into their nodes, a router, and clients
 * outside. It follows the API server's nodes, the kubelet's Pods, and EndpointSlices whose
 * addresses no Pod has.
 */
public final class ClusterNetwork implements PodRuntime {
  private static final int SSH = 22;
  private static final int KUBELET = 10250;

  private final ControlPlane controlPlane;
  private final Network network;
  private final Cni cni;
  private final Wiring wiring;
  private final Function<Pod, PodApplication> applications;
  private final PlainServer plainServer;
  private final JournaledMap<String, NodeMachine> nodes;
  private final JournaledMap<IpAddress, Host> hostsByAddress;
  private final Consumer<NodeMachine> onNode;

  /**
   * Begins to follow a control plane.
   *
   * @param applications what runs in a Pod
   * @param plainServer what answers at an endpoint without a Pod, and on the nodes' own ports
   * @param onNode told of each new node, before its first Pod starts
   */
  public ClusterNetwork(
      Simulation simulation,
      ControlPlane controlPlane,
      ClusterConfig config,
      Cni cni,
      Latencies latencies,
      Function<Pod, PodApplication> applications,
      PlainServer plainServer,
      Consumer<NodeMachine> onNode) {
    this.controlPlane = controlPlane;
    this.network = new Network(simulation, config.epoch().getEpochSecond());
    this.cni = cni;
    this.wiring = new Wiring(network, latencies);
    this.applications = applications;
    this.plainServer = plainServer;
    this.nodes = new JournaledMap<>(simulation.journal());
    this.hostsByAddress = new JournaledMap<>(simulation.journal());
    this.onNode = onNode;
    controlPlane.watch(Node.class, this::onNodeEvent);
    controlPlane.addRuntime(this);
    new StandIns(controlPlane, this, plainServer);
    new LoadBalancerHost(controlPlane, this, wiring);
  }

  /** All hosts and links. */
  public Network network() {
    return network;
  }

  /** The router between the LAN and everything outside. */
  public Host router() {
    return wiring.router();
  }

  /** The nodes in the order in which they came. */
  public List<NodeMachine> nodes() {
    return nodes.values();
  }

  /** The node of a name. */
  public Optional<NodeMachine> node(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** The host that has an address: a node, a Pod, an endpoint without a Pod, a client outside. */
  public Optional<Host> hostOf(IpAddress address) {
    return Optional.ofNullable(hostsByAddress.get(address));
  }

  /** The network namespace of a Pod; for one on the host network, its node. */
  public Optional<Host> hostOf(Pod pod) {
    return pod.spec().hostNetwork()
        ? node(pod.spec().nodeName()).map(NodeMachine::host)
        : Optional.ofNullable(network.host(namespaceName(pod)));
  }

  /** The node that a host is, or on which it is a network namespace. */
  public Optional<NodeMachine> nodeOf(Host host) {
    return nodes().stream()
        .filter(node -> node.host() == host || node.namespaces().contains(host))
        .findFirst();
  }

  private static String namespaceName(Pod pod) {
    return "pod/" + pod.metadata().namespace() + "/" + pod.metadata().name();
  }

  private void onNodeEvent(WatchEvent<Node> event) {
    if (!event.isDeleted()) {
      ensureNode(event.object());
    }
  }

  private @Nullable NodeMachine ensureNode(String name) {
    NodeMachine known = nodes.get(name);
    if (known != null) {
      return known;
    }
    return controlPlane
        .find(ObjectKey.ofCluster(Node.KIND, name))
        .map(object -> ensureNode((Node) object))
        .orElse(null);
  }

  private NodeMachine ensureNode(Node node) {
    String name = node.metadata().name();
    NodeMachine known = nodes.get(name);
    if (known != null) {
      return known;
    }
    List<IpAddress> addresses = node.status().internalIPs().stream().map(IpAddress::parse).toList();
    List<Cidr> podCIDRs = node.spec().podCIDRs().stream().map(Cidr::parse).toList();
    NodeMachine machine = new NodeMachine(wiring, network, cni, name, addresses, podCIDRs);
    nodes.put(name, machine);
    addresses.forEach(address -> hostsByAddress.put(address, machine.host()));
    plainServer.listen(machine.host(), Protocol.TCP, SSH, "sshd of " + name);
    plainServer.listen(machine.host(), Protocol.TCP, KUBELET, "kubelet of " + name);
    onNode.accept(machine);
    return machine;
  }

  @Override
  public void started(Pod pod) {
    NodeMachine node = ensureNode(pod.spec().nodeName());
    if (node == null) {
      return;
    }
    Host host = pod.spec().hostNetwork() ? node.host() : addNamespace(node, pod);
    applications.apply(pod).start(pod, host);
  }

  private Host addNamespace(NodeMachine node, Pod pod) {
    List<IpAddress> addresses = pod.status().podIPs().stream().map(IpAddress::parse).toList();
    addresses.forEach(this::removeNamespaceAt);
    Host host = node.addNamespace(namespaceName(pod), addresses);
    addresses.forEach(address -> hostsByAddress.put(address, host));
    return host;
  }

  @Override
  public void stopping(Pod pod) {
    hostOf(pod).ifPresent(host -> applications.apply(pod).stop(pod, host));
  }

  @Override
  public void crashed(Pod pod) {
    stopping(pod);
  }

  @Override
  public void restarted(Pod pod) {
    hostOf(pod).ifPresent(host -> applications.apply(pod).start(pod, host));
  }

  @Override
  public void ended(Pod pod) {
    NodeMachine node = nodes.get(pod.spec().nodeName());
    Optional<Host> host = hostOf(pod);
    if (node == null || host.isEmpty()) {
      return;
    }
    applications.apply(pod).stop(pod, host.get());
    if (!pod.spec().hostNetwork()) {
      node.removeNamespace(host.get());
      for (String address : pod.status().podIPs()) {
        hostsByAddress.remove(IpAddress.parse(address));
      }
    }
  }

  /**
   * Makes a host for an address that no Pod has: on a node, or outside if no node's pod CIDR holds
   * it.
   */
  Host addStandIn(String name, IpAddress address, Optional<String> nodeName) {
    NodeMachine node = nodeName.map(this::ensureNode).orElseGet(() -> nodeOfPodAddress(address));
    Host host =
        node == null ? wiring.addOutside(name, address) : node.addNamespace(name, List.of(address));
    hostsByAddress.put(address, host);
    return host;
  }

  /** A Pod takes over an address that a stand-in has. */
  private void removeNamespaceAt(IpAddress address) {
    Host before = hostsByAddress.get(address);
    if (before == null || nodes.containsKey(before.name())) {
      return;
    }
    hostsByAddress.remove(address);
    for (NodeMachine node : nodes.values()) {
      if (node.namespaces().contains(before)) {
        node.removeNamespace(before);
        return;
      }
    }
    network.removeHost(before);
  }

  private @Nullable NodeMachine nodeOfPodAddress(IpAddress address) {
    for (NodeMachine node : nodes.values()) {
      if (node.ownsPodAddress(address)) {
        return node;
      }
    }
    return null;
  }

  /**
   * A source inside the cluster without a Pod: the host that has the address, else a namespace made
   * for it.
   *
   * @param nodeName the node that it is on; absent: the one whose pod CIDR holds the address, else
   *     the first by name
   */
  public Host inside(IpAddress address, Optional<String> nodeName) {
    Optional<Host> known = hostOf(address);
    if (known.isPresent()) {
      return known.get();
    }
    NodeMachine owner = nodeOfPodAddress(address);
    String home = nodeName.orElseGet(() -> (owner == null ? firstNodeByName() : owner).name());
    return addStandIn("ip/" + address, address, Optional.of(home));
  }

  /** A client outside, made when it is first asked for. */
  public Host outside(IpAddress address) {
    String name = "external/" + address;
    Host known = network.host(name);
    if (known == null) {
      known = wiring.addOutside(name, address);
      hostsByAddress.put(address, known);
    }
    return known;
  }

  /** The first node by name. */
  public NodeMachine firstNodeByName() {
    return nodes.values().stream()
        .min(Comparator.comparing(NodeMachine::name))
        .orElseThrow(() -> new IllegalStateException("the cluster has no node"));
  }

  /**
   * Has packets from outside for an address enter the cluster at a node, while something runs.
   *
   * @return what the router did with the address before, for {@link #leaveEntry}
   */
  public Optional<Route> enterAt(IpAddress destination, NodeMachine node) {
    Cidr host = Cidr.host(destination);
    Optional<Route> before =
        router().routes().ownRoutes().stream()
            .filter(route -> route.destination().equals(host))
            .findFirst();
    IpAddress gateway = node.primaryAddress(destination.isV4());
    if (gateway != null) {
      wiring.enterAt(host, gateway);
    }
    return before;
  }

  /** Puts the router's route back. */
  public void leaveEntry(IpAddress destination, Optional<Route> before) {
    wiring.restoreRouter(Cidr.host(destination), before);
  }

  /** Switches a node and everything on it off or on. */
  public void setNodeDown(NodeMachine node, boolean down) {
    node.host().setDown(down);
    node.namespaces().forEach(namespace -> namespace.setDown(down));
  }

  /** Cuts two nodes off from each other, or joins them again. */
  public void setLinkDown(String nodeA, String nodeB, boolean down) {
    wiring.lan().setCut(nodeA, nodeB, down);
  }
}
