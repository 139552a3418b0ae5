package io.kubehop.kubeproxy.services;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointHints;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins the slices of a Service to the endpoints of its ports (pkg/proxy/endpointslicecache.go).
 */
final class SliceEndpoints {
  private static final EndpointHints NO_HINTS = new EndpointHints(List.of(), List.of());

  private final IpFamily family;
  private final Map<EndpointPortName, Map<String, List<ProxyEndpoint>>> byPort =
      new LinkedHashMap<>();

  private SliceEndpoints(IpFamily family) {
    this.family = family;
  }

  /** The endpoints of each port, in one family. */
  static ImmutableMap<EndpointPortName, PortEndpoints> join(
      IpFamily family, Collection<EndpointSlice> slices) {
    SliceEndpoints joined = new SliceEndpoints(family);
    slices.forEach(joined::add);
    ImmutableMap.Builder<EndpointPortName, PortEndpoints> result = ImmutableMap.builder();
    joined.byPort.forEach((port, endpoints) -> result.put(port, flat(endpoints)));
    return result.buildOrThrow();
  }

  private static PortEndpoints flat(Map<String, List<ProxyEndpoint>> endpoints) {
    List<ProxyEndpoint> all = new ArrayList<>();
    endpoints.values().forEach(all::addAll);
    return new PortEndpoints(all, all.size() > endpoints.size());
  }

  private void add(EndpointSlice slice) {
    for (EndpointPort port : slice.ports()) {
      int number = port.port().orElse(0);
      if (number != 0) {
        EndpointPortName name =
            new EndpointPortName(port.name(), Protocol.valueOf(port.protocol()));
        slice.endpoints().forEach(endpoint -> add(name, number, endpoint));
      }
    }
  }

  private void add(EndpointPortName port, int number, Endpoint endpoint) {
    if (endpoint.addresses().isEmpty() || !IpAddress.isAddress(endpoint.addresses().get(0))) {
      return;
    }
    IpAddress address = IpAddress.parse(endpoint.addresses().get(0));
    if (address.family() != family) {
      return;
    }
    EndpointHints hints = endpoint.hints().orElse(NO_HINTS);
    ProxyEndpoint added =
        new ProxyEndpoint(
            new SocketAddress(address, number),
            endpoint.nodeName().orElse(""),
            endpoint.conditions().isReady(),
            endpoint.conditions().serving().orElse(true),
            endpoint.conditions().isTerminating(),
            hints.forZones(),
            hints.forNodes());
    byPort
        .computeIfAbsent(port, p -> new TreeMap<>())
        .computeIfAbsent(added.toString(), text -> new ArrayList<>(1))
        .add(added);
  }
}
