package io.kubehop.ingress.api;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ready endpoints of a Service port, from all its slices. */
public final class ReadyEndpoints {

  private ReadyEndpoints() {}

  /** Returns the endpoints in the order of the slices. */
  public static List<SocketAddress> of(List<EndpointSlice> slices, Service service, int port) {
    Set<SocketAddress> endpoints = new LinkedHashSet<>();
    for (ServicePort candidate : service.spec().ports()) {
      if (candidate.port() == port) {
        slices.forEach(slice -> add(slice, candidate, endpoints));
      }
    }
    return List.copyOf(endpoints);
  }

  private static void add(EndpointSlice slice, ServicePort port, Set<SocketAddress> endpoints) {
    for (EndpointPort candidate : slice.ports()) {
      if (candidate.name().equals(port.name()) && candidate.protocol().equals(port.protocol())) {
        int number = candidate.port().orElse(port.targetPort().intValue());
        slice.endpoints().stream()
            .filter(endpoint -> endpoint.conditions().isReady())
            .flatMap(endpoint -> endpoint.addresses().stream())
            .filter(IpAddress::isAddress)
            .forEach(a -> endpoints.add(new SocketAddress(IpAddress.parse(a), number)));
      }
    }
  }
}
