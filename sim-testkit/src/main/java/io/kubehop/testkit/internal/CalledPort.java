package io.kubehop.testkit.internal;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A port of a Service at one of its cluster IPs, with the EndpointSlices behind it.
 *
 * @param service the Service
 * @param port the port
 * @param address the cluster IP
 * @param slices its EndpointSlices
 */
public record CalledPort(
    Service service, ServicePort port, IpAddress address, List<EndpointSlice> slices) {

  /** Copies the list. */
  public CalledPort {
    slices = List.copyOf(slices);
  }

  /** Every port of every Service that has a cluster IP. */
  public static List<CalledPort> all(ClusterSimulation cluster) {
    List<EndpointSlice> slices = Targets.all(cluster, EndpointSlice.class);
    List<CalledPort> called = new ArrayList<>();
    for (Service service : Targets.all(cluster, Service.class)) {
      List<EndpointSlice> own = slices.stream().filter(slice -> isOf(slice, service)).toList();
      for (ServicePort port : service.spec().ports()) {
        service.spec().clusterIPs().stream()
            .filter(IpAddress::isAddress)
            .map(IpAddress::parse)
            .forEach(address -> called.add(new CalledPort(service, port, address, own)));
      }
    }
    return called;
  }

  private static boolean isOf(EndpointSlice slice, Service service) {
    String name = slice.metadata().labels().get("kubernetes.io/service-name");
    return service.metadata().name().equals(name)
        && service.metadata().namespace().equals(slice.metadata().namespace());
  }

  /** The addresses of endpoints that a client on a node is meant for, and that are so. */
  public Set<SocketAddress> endpoints(String node, Predicate<Endpoint> wanted) {
    Set<SocketAddress> addresses = new LinkedHashSet<>();
    for (EndpointSlice slice : slices) {
      Optional<Integer> number =
          slice.ports().stream()
              .filter(each -> each.name().equals(port.name()))
              .findFirst()
              .flatMap(EndpointPort::port);
      slice.endpoints().stream()
          .filter(wanted)
          .filter(each -> !isInternallyLocal() || isOn(each, node))
          .flatMap(each -> each.addresses().stream())
          .filter(IpAddress::isAddress)
          .map(IpAddress::parse)
          .filter(ip -> ip.isV4() == address.isV4() && number.isPresent())
          .forEach(ip -> addresses.add(new SocketAddress(ip, number.orElseThrow())));
    }
    return addresses;
  }

  private static boolean isOn(Endpoint endpoint, String node) {
    return endpoint.nodeName().filter(node::equals).isPresent();
  }

  /** Whether only endpoints of the client's node are meant for it. */
  public boolean isInternallyLocal() {
    return service.spec().isInternallyLocal();
  }

  /** Whether a client that called before is sent to the same endpoint again. */
  public boolean hasAffinity() {
    return service.spec().sessionAffinity().equals("ClientIP");
  }

  /** Calls from a process on a node, often enough to meet each endpoint by turns. */
  public Request from(String node) {
    int most = slices.stream().mapToInt(slice -> slice.endpoints().size()).sum();
    return Request.of("node/" + node, Targets.url(port, address, port.port())).withCount(most + 1);
  }

  @Override
  public String toString() {
    return service.key() + " port " + port.port() + "/" + port.protocol() + " at " + address;
  }
}
