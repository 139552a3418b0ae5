package io.kubehop.ingress.nginx.server;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the endpoints of a Service port as the controller does (endpointslices.go). */
public final class UpstreamEndpoints {
  private static final Pattern DNS_NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private final ClusterView cluster;

  /** Looks in a cluster. */
  public UpstreamEndpoints(ClusterView cluster) {
    this.cluster = cluster;
  }

  /** The port of a Service that a backend names by number, by name or by target port. */
  static Optional<ServicePort> port(ServiceSpec service, String wanted) {
    return service.ports().stream()
        .filter(
            port ->
                String.valueOf(port.port()).equals(wanted)
                    || port.targetPort().toString().equals(wanted)
                    || port.name().equals(wanted))
        .findFirst();
  }

  /** The endpoints behind a port of a Service; none if there is no such port. */
  List<Endpoint> of(Service service, String wanted) {
    if (service.spec().isExternalName()) {
      return externalName(service, wanted);
    }
    return port(service.spec(), wanted).map(port -> ready(service, port)).orElse(List.of());
  }

  /** The ready endpoints of all slices; those that are terminating are never used. */
  List<Endpoint> ready(Service service, ServicePort port) {
    return ready(service, port, "TCP");
  }

  /** The same for a protocol. */
  public List<Endpoint> ready(Service service, ServicePort port, String protocol) {
    Set<Endpoint> endpoints = new LinkedHashSet<>();
    for (EndpointSlice slice : cluster.slices(service.key())) {
      List<Integer> ports = ports(slice, port, protocol);
      slice.endpoints().stream()
          .filter(endpoint -> endpoint.conditions().isReady())
          .forEach(
              endpoint ->
                  ports.forEach(
                      number ->
                          endpoint
                              .addresses()
                              .forEach(a -> endpoints.add(new Endpoint(a, number)))));
    }
    return List.copyOf(endpoints);
  }

  private static List<Integer> ports(EndpointSlice slice, ServicePort port, String protocol) {
    int target = port.targetPort().isInt() ? port.targetPort().intValue() : 0;
    if (slice.ports().isEmpty() && target != 0) {
      return List.of(target);
    }
    List<Integer> ports = new ArrayList<>();
    for (EndpointPort candidate : slice.ports()) {
      boolean named = port.name().isEmpty() || port.name().equals(candidate.name());
      int number = named ? candidate.port().orElse(0) : 0;
      number = number == 0 ? target : number;
      if (candidate.protocol().equals(protocol) && number != 0) {
        ports.add(number);
      }
    }
    return ports;
  }

  private static List<Endpoint> externalName(Service service, String wanted) {
    String name = service.spec().externalName();
    boolean address = IpAddress.isAddress(name);
    boolean loopback = address && IpAddress.parse(name).isLoopback();
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    boolean valid = address || DNS_NAME.matcher(plain).matches();
    if (name.equals("localhost") || loopback || !valid) {
      return List.of();
    }
    return List.of(new Endpoint(name, externalPort(service.spec(), wanted)));
  }

  private static int externalPort(ServiceSpec service, String wanted) {
    Optional<ServicePort> port =
        service.ports().stream()
            .filter(p -> String.valueOf(p.port()).equals(wanted) || p.name().equals(wanted))
            .findFirst();
    int number = wanted.matches("[0-9]{1,5}") ? Integer.parseInt(wanted) : 0;
    return port.map(p -> p.targetPort().isInt() ? p.targetPort().intValue() : p.port())
        .orElse(number);
  }
}
