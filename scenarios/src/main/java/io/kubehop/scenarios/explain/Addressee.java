package io.kubehop.scenarios.explain;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import java.util.Optional;

/** Finds the object that an address belongs to, for explaining only. */
final class Addressee {
  private final ControlPlane controlPlane;
  private final IpAddress address;

  Addressee(ControlPlane controlPlane, IpAddress address) {
    this.controlPlane = controlPlane;
    this.address = address;
  }

  /** The Service that has the address as its own. */
  Optional<Service> service() {
    return controlPlane.services().stream().filter(this::isOf).findFirst();
  }

  private boolean isOf(Service service) {
    ServiceSpec spec = service.spec();
    return spec.clusterIPs().stream().anyMatch(this::is)
        || is(spec.clusterIP())
        || spec.externalIPs().stream().anyMatch(this::is)
        || service.status().loadBalancer().stream().map(LoadBalancerIngress::ip).anyMatch(this::is);
  }

  /** The Service with a node port, if the address is one of a node. */
  Optional<Service> nodePortService(int port) {
    if (node().isEmpty()) {
      return Optional.empty();
    }
    return controlPlane.services().stream()
        .filter(
            service ->
                service.spec().ports().stream().map(ServicePort::nodePort).anyMatch(p -> p == port))
        .findFirst();
  }

  /** The name of the node that has the address. */
  Optional<String> node() {
    return controlPlane.nodes().stream()
        .filter(node -> node.status().internalIPs().stream().anyMatch(this::is))
        .map(node -> node.metadata().name())
        .findFirst();
  }

  /** The Pod that has the address. */
  Optional<Pod> pod() {
    return controlPlane.pods().stream()
        .filter(pod -> !pod.spec().hostNetwork() && !pod.status().isTerminal())
        .filter(pod -> pod.status().podIPs().stream().anyMatch(this::is))
        .findFirst();
  }

  private boolean is(String text) {
    return IpAddress.isAddress(text) && IpAddress.parse(text).equals(address);
  }
}
