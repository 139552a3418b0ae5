package io.kubehop.scenarios.compare;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Destination.Scheme;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.node.NodeMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses the connections that are tried. */
final class Trials {
  private static final int FIRST_CLOSED_PORT = 9;

  private final Cluster cluster;
  private final Callers callers;
  private final List<Trial> trials = new ArrayList<>();

  private Trials(Cluster cluster) {
    this.cluster = cluster;
    this.callers = new Callers(cluster);
  }

  static List<Trial> of(Cluster cluster) {
    Trials trials = new Trials(cluster);
    List<Service> services =
        cluster.controlPlane().services().stream()
            .filter(service -> !service.spec().isExternalName() && !service.spec().isHeadless())
            .toList();
    services.forEach(trials::service);
    for (Cidr range : cluster.config().serviceCIDRs()) {
      trials.unallocated(range, services);
    }
    return trials.trials;
  }

  private void service(Service service) {
    for (ServicePort port : service.spec().ports()) {
      for (NodeMachine node : cluster.network().nodes()) {
        port(service, port, node);
      }
    }
    for (NodeMachine node : cluster.network().nodes()) {
      closedPort(service, node);
    }
  }

  private void port(Service service, ServicePort port, NodeMachine node) {
    for (IpAddress address : addresses(service.spec().clusterIPs())) {
      call(service, Target.CLUSTER_IP, node, address, port, port.port(), Client.values());
    }
    for (IpAddress address : addresses(service.spec().externalIPs())) {
      call(service, Target.EXTERNAL_IP, node, address, port, port.port(), Client.values());
    }
    for (IpAddress address : balancers(service)) {
      call(service, Target.LOAD_BALANCER, node, address, port, port.port(), Client.values());
    }
    if (port.nodePort() != 0) {
      nodePort(service, port, node);
    }
  }

  private void nodePort(Service service, ServicePort port, NodeMachine node) {
    for (IpAddress clusterIP : addresses(service.spec().clusterIPs())) {
      boolean v4 = clusterIP.isV4();
      Target target = Target.NODE_PORT;
      for (IpAddress address : node.addresses()) {
        if (address.isV4() == v4) {
          call(service, target, node, address, port, port.nodePort(), Client.values());
          target = Target.SECONDARY_NODE_PORT;
        }
      }
      IpAddress loopback = v4 ? IpAddress.LOOPBACK_V4 : IpAddress.LOOPBACK_V6;
      call(service, Target.LOOPBACK_NODE_PORT, node, loopback, port, port.nodePort(), Client.NODE);
      remote(node, v4)
          .ifPresent(
              address ->
                  call(
                      service,
                      Target.REMOTE_NODE_PORT,
                      node,
                      address,
                      port,
                      port.nodePort(),
                      Client.POD,
                      Client.NODE));
    }
  }

  private Optional<IpAddress> remote(NodeMachine node, boolean v4) {
    return cluster.network().nodes().stream()
        .filter(other -> !other.name().equals(node.name()))
        .flatMap(other -> other.addresses().stream())
        .filter(address -> address.isV4() == v4)
        .findFirst();
  }

  private void closedPort(Service service, NodeMachine node) {
    int closed = FIRST_CLOSED_PORT;
    while (has(service, closed)) {
      closed++;
    }
    for (IpAddress address : addresses(service.spec().clusterIPs())) {
      for (Client client : List.of(Client.POD, Client.NODE)) {
        add(Optional.of(service), Target.CLOSED_PORT, client, node, tcp(address, closed));
      }
    }
  }

  private static boolean has(Service service, int port) {
    return service.spec().ports().stream().anyMatch(each -> each.port() == port);
  }

  private void unallocated(Cidr range, List<Service> services) {
    IpAddress candidate = range.last().plus(-1);
    while (isTaken(candidate, services)) {
      candidate = candidate.plus(-1);
    }
    for (NodeMachine node : cluster.network().nodes()) {
      for (Client client : List.of(Client.POD, Client.NODE)) {
        add(Optional.empty(), Target.UNALLOCATED, client, node, tcp(candidate, 80));
      }
    }
  }

  private static boolean isTaken(IpAddress candidate, List<Service> services) {
    return services.stream()
        .anyMatch(service -> addresses(service.spec().clusterIPs()).contains(candidate));
  }

  private void call(
      Service service,
      Target target,
      NodeMachine node,
      IpAddress address,
      ServicePort port,
      int number,
      Client... clients) {
    Scheme scheme = Scheme.valueOf(port.protocol().toUpperCase(Locale.ROOT));
    Destination destination = new Destination(scheme, address.toString(), number, "");
    for (Client client : clients) {
      add(Optional.of(service), target, client, node, destination);
    }
  }

  private static Destination tcp(IpAddress address, int port) {
    return new Destination(Scheme.TCP, address.toString(), port, "");
  }

  private void add(
      Optional<Service> service,
      Target target,
      Client client,
      NodeMachine node,
      Destination destination) {
    boolean v4 = IpAddress.parse(destination.host()).isV4();
    Optional<Source> source = callers.source(client, service, node, v4);
    if (source.isPresent()) {
      Request request = Request.of(source.get(), destination);
      trials.add(
          new Trial(
              service,
              target,
              client,
              node.name(),
              client == Client.NODE ? request : request.withNode(node.name())));
    }
  }

  private static List<IpAddress> balancers(Service service) {
    return addresses(
        service.status().loadBalancer().stream().map(LoadBalancerIngress::ip).toList());
  }

  private static List<IpAddress> addresses(List<String> texts) {
    return texts.stream().filter(IpAddress::isAddress).map(IpAddress::parse).toList();
  }
}
