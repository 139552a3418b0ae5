package io.kubehop.scenarios.cluster;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.ConnectionTable;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.time.RefCell;
import io.kubehop.kubeproxy.node.HealthCheckNodePort;
import io.kubehop.kubeproxy.node.NodeKernel;
import io.kubehop.kubeproxy.node.StaleFlows;
import java.util.ArrayList;
import java.util.List;

/** What a kube-proxy asks of its node, done on the node's host. */
final class HostKernel implements NodeKernel {
  private final Host host;
  private final HealthCheckServer healthChecks;
  private final RefCell<List<HealthCheckNodePort>> listening;

  HostKernel(Host host) {
    this.host = host;
    this.healthChecks = new HealthCheckServer(host);
    this.listening = new RefCell<>(host.simulation().journal(), List.of());
  }

  @Override
  public List<IpAddress> addresses() {
    List<IpAddress> addresses = new ArrayList<>();
    host.interfaces().forEach(device -> addresses.addAll(device.addresses()));
    return addresses;
  }

  @Override
  public void set(Sysctl sysctl, int value) {
    host.setSysctl(sysctl, value);
  }

  @Override
  public void program(Ruleset rules) {
    host.firewall().setRules(rules);
  }

  @Override
  public void forget(IpFamily family, StaleFlows stale) {
    ConnectionTable table = host.firewall().connections();
    for (Connection connection : table.connections()) {
      FiveTuple original = connection.originalTuple();
      if (connection.protocol() == Protocol.UDP.number()
          && original.destination().family() == family
          && stale.isStale(
              original.destination(),
              original.destinationPort(),
              connection.replyTuple().source())) {
        table.forget(connection);
      }
    }
  }

  @Override
  public void listen(List<HealthCheckNodePort> ports) {
    listening.get().forEach(healthChecks::stop);
    ports.forEach(healthChecks::start);
    listening.set(List.copyOf(ports));
  }
}
