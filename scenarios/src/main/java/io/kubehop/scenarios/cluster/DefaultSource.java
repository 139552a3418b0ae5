package io.kubehop.scenarios.cluster;

import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.node.ClusterNetwork;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses who calls where nobody says it: a client outside for what can be reached from there, else
 * the first Pod.
 */
final class DefaultSource {
  /** One of the addresses that are for documentation (RFC 5737, TEST-NET-2). */
  private static final IpAddress CLIENT_V4 = IpAddress.parse("198.51.100.10");

  private static final IpAddress CLIENT_V6 = IpAddress.parse("2001:db8:ffff::10");

  private final ControlPlane controlPlane;
  private final ClusterNetwork network;
  private final ClusterIngress ingress;

  DefaultSource(ControlPlane controlPlane, ClusterNetwork network, ClusterIngress ingress) {
    this.controlPlane = controlPlane;
    this.network = network;
    this.ingress = ingress;
  }

  Source of(Destination destination) {
    if (destination.scheme().isHttp() && ingress.claims(destination.host())) {
      return new Source.External(CLIENT_V4);
    }
    return destination
        .address()
        .filter(address -> isOutside(address, destination.port()))
        .<Source>map(address -> new Source.External(address.isV4() ? CLIENT_V4 : CLIENT_V6))
        .orElseGet(this::firstPod);
  }

  private boolean isOutside(IpAddress address, int port) {
    boolean ofNode = network.nodes().stream().anyMatch(node -> node.addresses().contains(address));
    return controlPlane.services().stream()
        .anyMatch(
            service ->
                publicAddresses(service).anyMatch(address.toString()::equals)
                    || (ofNode && hasNodePort(service, port)));
  }

  private static Stream<String> publicAddresses(Service service) {
    return Stream.concat(
        service.spec().externalIPs().stream(),
        service.status().loadBalancer().stream().map(LoadBalancerIngress::ip));
  }

  private static boolean hasNodePort(Service service, int port) {
    return service.spec().ports().stream().map(ServicePort::nodePort).anyMatch(p -> p == port);
  }

  Source firstPod() {
    return pod().orElseThrow(() -> new NotPossibleException("--from: no Pod runs; name a source"));
  }

  /** The first Pod that runs, else the first node. */
  Source any() {
    return pod().orElseGet(() -> new Source.Node(network.firstNodeByName().name()));
  }

  private Optional<Source> pod() {
    return controlPlane.pods().stream()
        .filter(pod -> !pod.spec().hostNetwork() && network.hostOf(pod).isPresent())
        .filter(pod -> !pod.metadata().isBuiltIn())
        .findFirst()
        .map(DefaultSource::source);
  }

  private static Source source(Pod pod) {
    return new Source.Pod(pod.metadata().namespace(), pod.metadata().name());
  }
}
