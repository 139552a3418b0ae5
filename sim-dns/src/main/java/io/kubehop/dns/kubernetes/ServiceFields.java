package io.kubehop.dns.kubernetes;

import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;

/** What DNS reads of a Service (plugin/kubernetes/object/service.go). */
final class ServiceFields {
  private ServiceFields() {}

  static List<String> clusterIps(Service service) {
    List<String> addresses = service.spec().clusterIPs();
    return addresses.isEmpty() ? List.of(service.spec().clusterIP()) : addresses;
  }

  /** Addresses outside, and the names of load balancers. */
  static List<String> externalIps(Service service) {
    List<String> addresses = new ArrayList<>(service.spec().externalIPs());
    for (LoadBalancerIngress ingress : service.status().loadBalancer()) {
      addresses.add(ingress.ip().isEmpty() ? ingress.hostname() : ingress.ip());
    }
    return addresses;
  }

  static boolean isHeadless(Service service) {
    return clusterIps(service).get(0).equals("None");
  }

  /** The ports, one for each that has a record. */
  static List<NamedPort> ports(Service service) {
    List<NamedPort> ports =
        service.spec().ports().stream()
            .map(port -> new NamedPort(port.name(), port.protocol(), port.port()))
            .toList();
    return ports.isEmpty() ? List.of(NamedPort.NONE) : ports;
  }

  static boolean sameInside(Service before, Service after) {
    return before.spec().externalName().equals(after.spec().externalName())
        && ports(before).equals(ports(after));
  }

  static boolean sameOutside(Service before, Service after) {
    return externalIps(before).equals(externalIps(after)) && ports(before).equals(ports(after));
  }
}
