package io.kubehop.scenarios.compare;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.Service;
import io.kubehop.service.node.NodeMachine;
import java.util.Optional;

/** Who calls: one client of each kind for each node, where there is one. */
final class Callers {
  /** Addresses for documentation (RFC 5737, RFC 3849). */
  private static final IpAddress OUTSIDE_V4 = IpAddress.parse("203.0.113.10");

  private static final IpAddress OUTSIDE_V6 = IpAddress.parse("2001:db8:ffff::10");

  private final Cluster cluster;

  Callers(Cluster cluster) {
    this.cluster = cluster;
  }

  Optional<Source> source(Client client, Optional<Service> service, NodeMachine node, boolean v4) {
    return switch (client) {
      case NODE -> Optional.of(new Source.Node(node.name()));
      case OUTSIDE -> Optional.of(new Source.External(v4 ? OUTSIDE_V4 : OUTSIDE_V6));
      case POD -> freeAddress(node, v4).map(Source.Ip::new);
      case ENDPOINT -> service.flatMap(each -> endpoint(each, node, v4)).map(Source.Ip::new);
    };
  }

  /** The last address for Pods of the node that nobody has; the very last is for broadcasts. */
  private Optional<IpAddress> freeAddress(NodeMachine node, boolean v4) {
    for (Cidr network : node.podCIDRs()) {
      IpAddress candidate = network.last().plus(-1);
      while (network.address().isV4() == v4 && network.contains(candidate)) {
        if (cluster.network().hostOf(candidate).isEmpty()) {
          return Optional.of(candidate);
        }
        candidate = candidate.plus(-1);
      }
    }
    return Optional.empty();
  }

  /** The first Pod on the node that is an endpoint. */
  private Optional<IpAddress> endpoint(Service service, NodeMachine node, boolean v4) {
    return cluster.controlPlane().slicesOf(service.key()).stream()
        .flatMap(slice -> slice.endpoints().stream())
        .filter(endpoint -> endpoint.nodeName().filter(node.name()::equals).isPresent())
        .filter(endpoint -> endpoint.conditions().isReady())
        .map(Endpoint::addresses)
        .flatMap(java.util.List::stream)
        .filter(IpAddress::isAddress)
        .map(IpAddress::parse)
        .filter(address -> address.isV4() == v4 && !node.addresses().contains(address))
        .findFirst();
  }
}
