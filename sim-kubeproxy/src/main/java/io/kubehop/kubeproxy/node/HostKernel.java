package io.kubehop.kubeproxy.node;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.ConnectionTable;
import io.kubehop.core.host.Firewall;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.Listener;
import io.kubehop.core.host.NetworkInterface;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.http.HttpExchange;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.http.HttpServer;
import io.kubehop.core.http.HttpServer.Encryption;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.time.RefCell;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The kernel of a simulated host, as the kube-proxy on it sees it. */
public final class HostKernel implements NodeKernel {
  private final Host host;
  private final Set<IpFamily> captured;
  private final RefCell<List<HealthCheckNodePort>> listening;

  /**
   * Takes a host.
   *
   * @param captured the families whose rules were captured on a real node: they stay as they are
   */
  public HostKernel(Host host, Set<IpFamily> captured) {
    this.host = host;
    this.captured = new TreeSet<>(captured);
    this.listening = new RefCell<>(host.simulation().journal(), List.of());
  }

  @Override
  public Host host() {
    return host;
  }

  @Override
  public List<IpAddress> addresses() {
    return host.interfaces().stream()
        .filter(device -> !device.name().equals(HostIpvs.DEVICE))
        .map(NetworkInterface::addresses)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public void set(Sysctl sysctl, int value) {
    host.setSysctl(sysctl, value);
  }

  @Override
  public void program(Ruleset rules) {
    if (!captured.contains(rules.family())) {
      host.firewall().setRules(rules);
    }
  }

  @Override
  public void program(NftTable table) {
    Firewall firewall = host.firewall();
    firewall.setNftRuleset(firewall.nftRuleset().with(table));
  }

  @Override
  public IpvsKernel ipvs() {
    return new HostIpvs(host);
  }

  @Override
  public void forget(IpFamily family, StaleFlows stale) {
    ConnectionTable table = host.firewall().connections();
    for (Connection connection : table.connections()) {
      FiveTuple sent = connection.originalTuple();
      if (sent.protocol() == Protocol.UDP.number()
          && sent.destination().family() == family
          && stale.isStale(
              sent.destination(), sent.destinationPort(), connection.replyTuple().source())) {
        table.forget(connection);
      }
    }
  }

  @Override
  public void listen(List<HealthCheckNodePort> ports) {
    Set<Integer> before = new TreeSet<>();
    listening.get().forEach(port -> before.add(port.port()));
    for (HealthCheckNodePort port : ports) {
      before.remove(port.port());
      HttpServer server = new HttpServer(exchange -> respond(exchange, port), Encryption.NEVER);
      host.sockets().listen(null, port.port(), new Listener("health check of kube-proxy", server));
    }
    before.forEach(port -> host.sockets().stopListening(null, port));
    listening.set(List.copyOf(ports));
  }

  private static void respond(HttpExchange exchange, HealthCheckNodePort port) {
    HttpHeaders headers = HttpHeaders.of("Content-Type", "application/json");
    exchange.respond(new HttpResponse(port.status(), headers, port.body()));
  }
}
