package io.kubehop.kubeproxy.services;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the ports of a Service in one address family (pkg/proxy/serviceport.go). */
final class ServicePorts {
  /** What the API server fills in where affinity is asked for without a time, in seconds. */
  private static final int DEFAULT_AFFINITY_SECONDS = 10_800;

  private final Service service;
  private final ServiceSpec spec;
  private final IpFamily family;

  private ServicePorts(Service service, IpFamily family) {
    this.service = service;
    this.spec = service.spec();
    this.family = family;
  }

  /** The ports; none if the Service has no virtual address in the family. */
  static List<ServicePortInfo> of(Service service, IpFamily family) {
    ServicePorts ports = new ServicePorts(service, family);
    return ports.isProxied()
        ? ports
            .clusterIP()
            .map(ip -> service.spec().ports().stream().map(p -> ports.info(ip, p)).toList())
            .orElse(List.of())
        : List.of();
  }

  private boolean isProxied() {
    return !spec.isExternalName() && !spec.isHeadless();
  }

  private Optional<IpAddress> clusterIP() {
    return addresses(
            spec.clusterIPs().isEmpty() ? Stream.of(spec.clusterIP()) : spec.clusterIPs().stream())
        .findFirst();
  }

  private ServicePortInfo info(IpAddress clusterIP, ServicePort port) {
    boolean externalLocal = isExternallyLocal();
    return new ServicePortInfo(
        new ServicePortName(
            service.metadata().namespace(),
            service.metadata().name(),
            port.name(),
            Protocol.valueOf(port.protocol())),
        clusterIP,
        port.port(),
        port.nodePort(),
        addresses(spec.externalIPs().stream()).toList(),
        addresses(
                service.status().loadBalancer().stream()
                    .filter(ServicePorts::isVip)
                    .map(LoadBalancerIngress::ip))
            .toList(),
        sourceRanges(),
        spec.hasClientAffinity()
            ? spec.sessionAffinityTimeoutSeconds().orElse(DEFAULT_AFFINITY_SECONDS)
            : 0,
        externalLocal && spec.isLoadBalancer() ? spec.healthCheckNodePort() : 0,
        externalLocal,
        spec.isInternallyLocal());
  }

  /** The policy counts only for what can be reached from outside (pkg/api/v1/service/util.go). */
  private boolean isExternallyLocal() {
    return spec.isExternallyLocal() && (spec.mayHaveNodePorts() || !spec.externalIPs().isEmpty());
  }

  private static boolean isVip(LoadBalancerIngress ingress) {
    return !ingress.ip().isEmpty() && ingress.ipMode().orElse("VIP").equals("VIP");
  }

  /** Validation lets blanks around a range pass. */
  private List<Cidr> sourceRanges() {
    return spec.loadBalancerSourceRanges().stream()
        .map(text -> Cidr.parse(text.strip()))
        .filter(range -> range.family() == family)
        .toList();
  }

  private Stream<IpAddress> addresses(Stream<String> texts) {
    return texts
        .filter(IpAddress::isAddress)
        .map(IpAddress::parse)
        .filter(address -> address.family() == family);
  }
}
