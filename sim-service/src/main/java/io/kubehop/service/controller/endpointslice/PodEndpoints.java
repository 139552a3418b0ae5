package io.kubehop.service.controller.endpointslice;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointConditions;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectReference;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a Pod is as an endpoint of a Service (k8s.io/endpointslice, utils.go). */
final class PodEndpoints {

  private PodEndpoints() {}

  /**
   * A Pod without an address, or whose containers have ended for good, is no endpoint, whatever the
   * Service says.
   */
  static boolean isEndpoint(Pod pod) {
    return !pod.status().isTerminal() && !pod.status().podIPs().isEmpty();
  }

  /** The endpoint; it has no addresses if the Pod has none of the family. */
  static Endpoint of(Pod pod, Optional<Node> node, Service service, IpFamily family) {
    boolean serving = pod.status().isReady();
    boolean terminating = pod.metadata().isBeingDeleted();
    boolean ready = service.spec().publishNotReadyAddresses() || (serving && !terminating);
    String nodeName = pod.spec().nodeName();
    return new Endpoint(
        addresses(pod, family),
        EndpointConditions.of(ready, serving, terminating),
        hostname(pod, service),
        Optional.of(ObjectReference.to(pod)),
        nodeName.isEmpty() ? Optional.empty() : Optional.of(nodeName),
        node.map(Node::zone).filter(zone -> !zone.isEmpty()),
        Optional.empty());
  }

  private static List<String> addresses(Pod pod, IpFamily family) {
    return pod.status().podIPs().stream()
        .map(IpAddress::parse)
        .filter(ip -> ip.family() == family)
        .map(IpAddress::toString)
        .toList();
  }

  private static Optional<String> hostname(Pod pod, Service service) {
    boolean below =
        !pod.spec().hostname().isEmpty()
            && pod.spec().subdomain().equals(service.metadata().name());
    return below ? Optional.of(pod.spec().hostname()) : Optional.empty();
  }

  /**
   * The ports of a Service as this Pod serves them; those whose named target it does not have are
   * left out.
   */
  static List<EndpointPort> ports(Pod pod, Service service) {
    return service.spec().ports().stream().flatMap(port -> portOf(pod, port).stream()).toList();
  }

  private static Optional<EndpointPort> portOf(Pod pod, ServicePort port) {
    return targetPort(pod, port)
        .map(
            number ->
                new EndpointPort(
                    port.name(), port.protocol(), Optional.of(number), port.appProtocol()));
  }

  private static Optional<Integer> targetPort(Pod pod, ServicePort port) {
    IntOrString target = port.targetPort();
    if (target.isInt()) {
      return Optional.of(target.intValue());
    }
    return Stream.concat(
            pod.spec().containers().stream(),
            pod.spec().initContainers().stream().filter(Container::isSidecar))
        .flatMap(container -> container.ports().stream())
        .filter(p -> p.name().equals(target.stringValue()))
        .filter(p -> p.protocol().equals(port.protocol()))
        .map(ContainerPort::containerPort)
        .findFirst();
  }
}
