package io.kubehop.core.http;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Link;
import io.kubehop.core.host.Network;
import io.kubehop.core.host.NetworkInterface;
import io.kubehop.core.host.Route;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Simulation;
import org.jspecify.annotations.Nullable;

/** A client and a server with a cable between them. */
final class TwoHosts {
  static final IpAddress CLIENT = IpAddress.parse("10.0.0.1");
  static final IpAddress SERVER = IpAddress.parse("10.0.0.2");
  private static final Cidr NETWORK = Cidr.parse("10.0.0.0/24");

  final Simulation simulation = new Simulation(1);
  final Network network = new Network(simulation, 0);
  final Host client;
  final Host server;

  TwoHosts() {
    Link cable = network.addCable("cable", 1000);
    client = host("client", CLIENT, cable);
    server = host("server", SERVER, cable);
  }

  private Host host(String name, IpAddress address, Link cable) {
    Host host = network.addHost(name);
    NetworkInterface device = host.addInterface("eth0", cable);
    device.addAddress(address, NETWORK);
    host.routes().add(Route.onLink(NETWORK, "eth0"));
    return host;
  }

  static HttpClient.Target target(int port, @Nullable ClientHello tls) {
    return new HttpClient.Target(
        new SocketAddress(SERVER, port), null, 0, tls, 1_000_000_000, 1_000_000_000, "connect");
  }

  HttpCall call(int port, @Nullable ClientHello tls, HttpRequest request) {
    return new HttpCall(client, target(port, tls), request);
  }
}
