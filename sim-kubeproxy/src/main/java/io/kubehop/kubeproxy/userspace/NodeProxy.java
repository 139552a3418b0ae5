package io.kubehop.kubeproxy.userspace;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.RefCell;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import io.kubehop.kubeproxy.services.ServicePortName;
import io.kubehop.kubeproxy.services.ServiceSnapshot;
import java.util.ArrayList;
import java.util.List;

/** The proxies of one node, and the rules that lead to them. */
final class NodeProxy {
  private static final int FIRST_PORT = 32_768; // net.ipv4.ip_local_port_range
  private static final int PORTS = 28_232;

  private final Host host;
  private final IpAddress address;
  private final JournaledMap<String, ProxyPort> ports;
  private final JournaledMap<Integer, Boolean> taken;
  private final RefCell<Ruleset> rules;

  /**
   * Starts without any Service.
   *
   * @param address the address that proxies listen on
   */
  NodeProxy(Host host, IpAddress address, IpFamily family) {
    this.host = host;
    this.address = address;
    this.ports = new JournaledMap<>(host.simulation().journal());
    this.taken = new JournaledMap<>(host.simulation().journal());
    this.rules = new RefCell<>(host.simulation().journal(), PortalRules.base(family));
  }

  Ruleset rules() {
    return rules.get();
  }

  /** What it listens on, by Service. */
  List<String> listeners() {
    return ports.values().stream()
        .sorted((one, other) -> order(one).compareTo(order(other)))
        .map(ProxyPort::toString)
        .toList();
  }

  private static String order(ProxyPort port) {
    return port.service().name().toString();
  }

  /**
   * A Service or its endpoints changed.
   *
   * @param before its ports as they were
   */
  void update(ServiceSnapshot before, ServiceSnapshot now) {
    before.portsGoneIn(now).forEach(port -> close(port.name()));
    for (ServicePortInfo port : now.ports()) {
      if (port.name().protocol() != Protocol.SCTP) {
        update(port, ready(now.endpoints(port).all()));
      }
    }
  }

  private static List<SocketAddress> ready(List<ProxyEndpoint> endpoints) {
    List<SocketAddress> ready = new ArrayList<>();
    for (ProxyEndpoint endpoint : endpoints) {
      if (endpoint.ready() && !ready.contains(endpoint.address())) {
        ready.add(endpoint.address());
      }
    }
    return ready;
  }

  private void update(ServicePortInfo port, List<SocketAddress> endpoints) {
    ProxyPort known = ports.get(port.name().toString());
    if (known == null || !known.service().equals(port)) {
      close(port.name());
      known = open(port);
    }
    known.endpoints().update(endpoints);
  }

  private ProxyPort open(ServicePortInfo port) {
    String name = port.name().toString();
    RoundRobin endpoints =
        new RoundRobin(
            host.simulation(),
            host.simulation().random().stream(host.name() + "/kube-proxy/" + name),
            port.affinitySeconds());
    ProxyPort opened = new ProxyPort(port, new SocketAddress(address, freePort(name)), endpoints);
    opened.open(host);
    ports.put(name, opened);
    taken.put(opened.address().port(), true);
    rules.set(rules.get().with(PortalRules.of(port, opened.address())));
    return opened;
  }

  private void close(ServicePortName port) {
    ProxyPort known = ports.remove(port.toString());
    if (known != null) {
      known.close(host);
      taken.remove(known.address().port());
      rules.set(rules.get().without(port.toString()));
    }
  }

  /**
   * The kernel gives any free port. Here it follows from the name, so that it is the same in every
   * run, and one Service more moves no other.
   */
  private int freePort(String name) {
    int port = Math.floorMod(name.hashCode() * 0x9E3779B1, PORTS);
    while (taken.containsKey(FIRST_PORT + port)) {
      port = (port + 1) % PORTS;
    }
    return FIRST_PORT + port;
  }

  /** Listens no more; the rules stay. */
  void stop() {
    ports.values().forEach(port -> port.close(host));
  }
}
