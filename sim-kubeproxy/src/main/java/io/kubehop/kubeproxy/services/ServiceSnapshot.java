package io.kubehop.kubeproxy.services;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Set;

/** One Service with its endpoints, as they are at one moment. Immutable. */
public final class ServiceSnapshot {
  /** A Service without ports. */
  public static final ServiceSnapshot EMPTY = new ServiceSnapshot(List.of(), ImmutableMap.of());

  private final List<ServicePortInfo> ports;
  private final ImmutableMap<EndpointPortName, PortEndpoints> endpoints;

  ServiceSnapshot(
      List<ServicePortInfo> ports, ImmutableMap<EndpointPortName, PortEndpoints> endpoints) {
    this.ports = List.copyOf(ports);
    this.endpoints = endpoints;
  }

  ServiceSnapshot withPorts(List<ServicePortInfo> other) {
    return new ServiceSnapshot(other, endpoints);
  }

  ServiceSnapshot withEndpoints(ImmutableMap<EndpointPortName, PortEndpoints> other) {
    return new ServiceSnapshot(ports, other);
  }

  boolean isEmpty() {
    return ports.isEmpty() && endpoints.isEmpty();
  }

  boolean says(ServiceSnapshot other) {
    return ports.equals(other.ports) && endpoints.equals(other.endpoints);
  }

  /** The ports, in the order of the Service. */
  public List<ServicePortInfo> ports() {
    return ports;
  }

  /** The ports that a later state no longer has. */
  public List<ServicePortInfo> portsGoneIn(ServiceSnapshot later) {
    List<ServicePortName> left = later.ports.stream().map(ServicePortInfo::name).toList();
    return ports.stream().filter(port -> !left.contains(port.name())).toList();
  }

  /** The endpoints of a port. */
  public PortEndpoints endpoints(ServicePortInfo port) {
    PortEndpoints found = endpoints.get(EndpointPortName.of(port.name()));
    return found == null ? PortEndpoints.NONE : found;
  }

  /** The endpoints of a port on a node, be they ready or not. */
  public List<ProxyEndpoint> endpointsOn(String node, ServicePortInfo port) {
    return endpoints(port).seenFrom(node).on(node);
  }

  /** The endpoints of all ports together, those that cannot be used included. */
  int endpointCount() {
    return ports.stream().mapToInt(port -> endpoints(port).count()).sum();
  }

  /** The port on which nodes tell of their local endpoints; 0: none. */
  public int healthCheckNodePort() {
    return ports.stream().mapToInt(ServicePortInfo::healthCheckNodePort).max().orElse(0);
  }

  /** How many different addresses on a node have a ready endpoint. */
  public int localReadyEndpoints(String node) {
    return (int)
        endpoints.values().stream()
            .flatMap(port -> port.seenFrom(node).on(node).stream())
            .filter(ProxyEndpoint::ready)
            .map(endpoint -> endpoint.address().address())
            .distinct()
            .count();
  }

  /**
   * The nodes that may see a port otherwise than a node of the same zone without endpoints and
   * hints of its own does.
   */
  public Set<String> nodesThatDiffer(ServicePortInfo port) {
    return endpoints(port).nodesThatDiffer(port);
  }
}
