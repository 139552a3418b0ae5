package io.kubehop.scenarios.check;

import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Destination.Scheme;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.HTTPRoute;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.node.NodeMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses what is tried. */
final class Probes {
  private final Cluster cluster;
  private final Clients clients;
  private final List<Probe> probes = new ArrayList<>();

  private Probes(Cluster cluster) {
    this.cluster = cluster;
    this.clients = new Clients(cluster);
  }

  static List<Probe> of(Cluster cluster) {
    Probes probes = new Probes(cluster);
    cluster.controlPlane().services().forEach(probes::service);
    cluster.controlPlane().apiServer().list(Ingress.class).forEach(probes::ingress);
    cluster.controlPlane().apiServer().list(HTTPRoute.class).forEach(probes::route);
    return probes.probes;
  }

  private void service(Service service) {
    if (service.metadata().isBuiltIn()) {
      return;
    }
    if (service.spec().isExternalName()) {
      new AliasProbes(cluster, clients).of(service).forEach(probes::add);
      return;
    }
    if (service.spec().isHeadless()) {
      cluster.controlPlane().slicesOf(service.key()).forEach(slice -> headless(service, slice));
      return;
    }
    for (ServicePort port : service.spec().ports()) {
      addresses(service).forEach(ip -> inside(service, scheme(port), ip, port.port()));
      nodePort(service, port);
      publicAddresses(service).forEach(ip -> outside(service, scheme(port), ip, port.port(), true));
    }
  }

  private static List<String> addresses(Service service) {
    return service.spec().clusterIPs().stream().filter(IpAddress::isAddress).toList();
  }

  private static List<String> publicAddresses(Service service) {
    List<String> addresses = new ArrayList<>(service.spec().externalIPs());
    service.status().loadBalancer().stream()
        .map(LoadBalancerIngress::ip)
        .filter(IpAddress::isAddress)
        .forEach(addresses::add);
    return addresses;
  }

  /** Without an address of its own, clients call its endpoints themselves. */
  private void headless(Service service, EndpointSlice slice) {
    for (EndpointPort port : slice.ports()) {
      Optional<Scheme> scheme = scheme(port.protocol());
      if (port.port().isPresent() && scheme.isPresent()) {
        slice.endpoints().stream()
            .filter(endpoint -> endpoint.conditions().isReady())
            .map(Endpoint::addresses)
            .flatMap(List::stream)
            .filter(IpAddress::isAddress)
            .forEach(ip -> inside(service, scheme, ip, port.port().get()));
      }
    }
  }

  /** With policy Local only the nodes that have an endpoint have to answer. */
  private void nodePort(Service service, ServicePort port) {
    if (port.nodePort() == 0) {
      return;
    }
    for (NodeMachine node : cluster.network().nodes()) {
      boolean required = !service.spec().isExternallyLocal() || hasEndpointOn(service, node);
      for (IpAddress address : node.addresses()) {
        if (hasFamily(service, address)) {
          outside(service, scheme(port), address.toString(), port.nodePort(), required);
        }
      }
    }
  }

  private static boolean hasFamily(Service service, IpAddress address) {
    return addresses(service).stream()
        .anyMatch(own -> IpAddress.parse(own).isV4() == address.isV4());
  }

  private boolean hasEndpointOn(Service service, NodeMachine node) {
    return cluster.controlPlane().slicesOf(service.key()).stream()
        .flatMap(slice -> slice.endpoints().stream())
        .anyMatch(
            endpoint ->
                endpoint.conditions().isReady()
                    && endpoint.nodeName().filter(node.name()::equals).isPresent());
  }

  private void inside(Service service, Optional<Scheme> scheme, String ip, int port) {
    boolean v4 = IpAddress.parse(ip).isV4();
    scheme.ifPresent(
        each ->
            probes.add(
                Probe.inside(
                    service.key(),
                    Request.of(clients.inside(v4), new Destination(each, ip, port, "")))));
  }

  private void outside(
      Service service, Optional<Scheme> scheme, String ip, int port, boolean required) {
    boolean v4 = IpAddress.parse(ip).isV4();
    scheme.ifPresent(
        each ->
            probes.add(
                Probe.outside(
                    service.key(),
                    Request.of(clients.outside(v4), new Destination(each, ip, port, "")),
                    required)));
  }

  private void ingress(Ingress ingress) {
    IngressUrls.of(ingress).forEach(url -> byName(ingress.key(), url));
  }

  private void route(HTTPRoute route) {
    List<Gateway> gateways = cluster.controlPlane().apiServer().list(Gateway.class);
    RouteUrls.of(route, gateways).forEach(url -> byName(route.key(), url));
  }

  private void byName(ObjectKey object, Destination destination) {
    Request request = Request.of(clients.outside(true), destination);
    probes.add(Probe.outside(object, request, true));
  }

  private static Optional<Scheme> scheme(ServicePort port) {
    return scheme(port.protocol());
  }

  private static Optional<Scheme> scheme(String protocol) {
    for (Scheme scheme : List.of(Scheme.TCP, Scheme.UDP, Scheme.SCTP)) {
      if (scheme.name().equals(protocol.toUpperCase(Locale.ROOT))) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }
}
