package io.kubehop.service.node;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Link;
import io.kubehop.core.host.Network;
import io.kubehop.core.host.NetworkInterface;
import io.kubehop.core.host.Route;
import io.kubehop.core.host.RouteTable;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * The LAN that all nodes share, the router that joins it to everything outside, and the routes that
 * all nodes have in common.
 *
 * <p>Nodes reach each other and each other's pod CIDRs directly, and the rest by the router. The
 * router refuses addresses that nobody has.
 */
final class Wiring {
  static final Cidr ALL_V4 = new Cidr(IpAddress.ANY_V4, 0);
  static final Cidr ALL_V6 = new Cidr(IpAddress.ANY_V6, 0);
  static final String UPLINK = "eth0";

  // The router's own addresses are from the ranges for shared address space and benchmarks (RFC
  // 6598, RFC 2544, RFC 5180),
  // so that they clash with nobody's.
  private static final IpAddress ROUTER_LAN_V4 = IpAddress.parse("100.127.255.254");
  private static final IpAddress ROUTER_LAN_V6 = IpAddress.parse("2001:2:0:ffff::fffe");
  private static final IpAddress ROUTER_OUTSIDE_V4 = IpAddress.parse("198.19.255.254");
  private static final IpAddress ROUTER_OUTSIDE_V6 = IpAddress.parse("2001:2:0:eeee::fffe");
  private static final IpAddress BALANCER_V4 = IpAddress.parse("100.127.255.253");
  private static final IpAddress BALANCER_V6 = IpAddress.parse("2001:2:0:ffff::fffd");
  private static final String ROUTER_LAN = "lan0";
  private static final String ROUTER_OUTSIDE = "wan0";

  private final Network network;
  private final Latencies latencies;
  private final Link lan;
  private final Link outside;
  private final Host router;
  private final RouteTable nodeRoutes;

  Wiring(Network network, Latencies latencies) {
    this.network = network;
    this.latencies = latencies;
    this.lan = network.addLan("lan", latencies.lan());
    this.outside = network.addLan("outside", latencies.outside());
    this.nodeRoutes = new RouteTable(network.simulation().journal());
    this.router = network.addHost("router");
    router.setSysctl(Sysctl.IP_FORWARD, 1);
    NetworkInterface inner = router.addInterface(ROUTER_LAN, lan);
    inner.addAddress(ROUTER_LAN_V4, Cidr.host(ROUTER_LAN_V4));
    inner.addAddress(ROUTER_LAN_V6, Cidr.host(ROUTER_LAN_V6));
    NetworkInterface outer = router.addInterface(ROUTER_OUTSIDE, outside);
    outer.addAddress(ROUTER_OUTSIDE_V4, Cidr.host(ROUTER_OUTSIDE_V4));
    outer.addAddress(ROUTER_OUTSIDE_V6, Cidr.host(ROUTER_OUTSIDE_V6));
    router.routes().add(Route.onLink(ALL_V4, ROUTER_OUTSIDE));
    router.routes().add(Route.onLink(ALL_V6, ROUTER_OUTSIDE));
    nodeRoutes.add(Route.via(ALL_V4, ROUTER_LAN_V4, UPLINK));
    nodeRoutes.add(Route.via(ALL_V6, ROUTER_LAN_V6, UPLINK));
  }

  Link lan() {
    return lan;
  }

  Host router() {
    return router;
  }

  Latencies latencies() {
    return latencies;
  }

  /** Makes a host on the LAN that forwards. */
  Host addNode(String name) {
    Host node = network.addHost(name, new RouteTable(network.simulation().journal(), nodeRoutes));
    node.setSysctl(Sysctl.IP_FORWARD, 1);
    node.addInterface(UPLINK, lan);
    return node;
  }

  /**
   * Makes the host that stands between the router and the nodes for addresses of load balancers.
   */
  Host addLoadBalancer() {
    Host balancer = addNode("load-balancer");
    NetworkInterface uplink = balancer.requireInterface(UPLINK);
    for (IpAddress address : List.of(BALANCER_V4, BALANCER_V6)) {
      uplink.addAddress(address, Cidr.host(address));
      router.routes().add(Route.onLink(Cidr.host(address), ROUTER_LAN));
    }
    return balancer;
  }

  /** Has the router send an address to the load balancer. */
  void enterAtLoadBalancer(Cidr destination) {
    enterAt(destination, destination.address().isV4() ? BALANCER_V4 : BALANCER_V6);
  }

  /** Has the router forget where an address enters. */
  void leaveEntry(Cidr destination) {
    router.routes().remove(destination);
  }

  /** Tells everybody on the LAN that a host there has an address. */
  void announce(IpAddress address) {
    nodeRoutes.add(Route.onLink(Cidr.host(address), UPLINK));
    router.routes().add(Route.onLink(Cidr.host(address), ROUTER_LAN));
  }

  /** Tells everybody on the LAN that a network is behind a node. */
  void route(Cidr destination, IpAddress node) {
    nodeRoutes.add(Route.via(destination, node, UPLINK));
    router.routes().add(Route.via(destination, node, ROUTER_LAN));
  }

  /** Takes back what {@link #announce} or {@link #route} said. */
  void withdraw(Cidr destination) {
    nodeRoutes.remove(destination);
    router.routes().remove(destination);
  }

  /** Lets the router alone send an address to a node, whatever the nodes think of it. */
  void enterAt(Cidr destination, IpAddress node) {
    router.routes().add(Route.via(destination, node, ROUTER_LAN));
  }

  /** The router's route to an address, put back by {@link #restoreRouter}. */
  void restoreRouter(Cidr destination, Optional<Route> before) {
    before.ifPresentOrElse(
        route -> router.routes().add(route), () -> router.routes().remove(destination));
  }

  /** Makes a host outside with one address. */
  Host addOutside(String name, IpAddress address) {
    Host host = network.addHost(name);
    NetworkInterface uplink = host.addInterface(UPLINK, outside);
    uplink.addAddress(address, Cidr.host(address));
    host.routes().add(Route.via(ALL_V4, ROUTER_OUTSIDE_V4, UPLINK));
    host.routes().add(Route.via(ALL_V6, ROUTER_OUTSIDE_V6, UPLINK));
    return host;
  }
}
