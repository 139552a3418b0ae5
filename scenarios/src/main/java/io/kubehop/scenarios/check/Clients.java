package io.kubehop.scenarios.check;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.service.node.NodeMachine;
import java.util.Optional;

/** The plain clients that try: one with a free Pod address on the first node, one outside. */
final class Clients {
  private final Cluster cluster;

  Clients(Cluster cluster) {
    this.cluster = cluster;
  }

  /** A client inside that speaks a family: where no Pod address is free, the node itself. */
  Source inside(boolean v4) {
    NodeMachine node = cluster.network().firstNodeByName();
    Optional<Cidr> network =
        node.podCIDRs().stream().filter(cidr -> cidr.address().isV4() == v4).findFirst();
    return network
        .flatMap(this::lastFree)
        .<Source>map(Source.Ip::new)
        .orElseGet(() -> new Source.Node(node.name()));
  }

  /** The last address of a network that nobody has; the very last is for broadcasts. */
  private Optional<IpAddress> lastFree(Cidr network) {
    IpAddress candidate = network.last().plus(-1);
    while (network.contains(candidate)) {
      if (cluster.network().hostOf(candidate).isEmpty()) {
        return Optional.of(candidate);
      }
      candidate = candidate.plus(-1);
    }
    return Optional.empty();
  }

  /** A client outside, with an address for documentation (RFC 5737, RFC 3849). */
  Source outside(boolean v4) {
    return new Source.External(IpAddress.parse(v4 ? "198.51.100.10" : "2001:db8:ffff::10"));
  }
}
