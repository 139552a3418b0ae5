package io.kubehop.service.apiserver;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import io.kubehop.service.config.ClusterConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the API server makes of a Service. */
final class ServiceStrategy implements Strategy<Service> {
  private final ClusterIPAllocator clusterIPs;
  private final NodePortAllocator nodePorts;

  ServiceStrategy(Simulation simulation, ClusterConfig config) {
    clusterIPs = new ClusterIPAllocator(simulation, config.serviceCIDRs().get(0));
    nodePorts = new NodePortAllocator(simulation, config.nodePortRange());
  }

  @Override
  public Service admit(Service service, AdmissionRequest<Service> request) {
    request.old().ifPresent(this::release);
    ServiceSpec spec = service.spec();
    if (!spec.isExternalName()) {
      String ip = spec.clusterIP();
      if (ip.isEmpty()) {
        ip = request.old().map(o -> o.spec().clusterIP()).orElse("");
      }
      if (ip.isEmpty()) {
        ip = clusterIPs.takeNext().map(IpAddress::toString).orElse("");
      } else if (!ip.equals("None")) {
        Optional<String> wrong = clusterIPs.take(IpAddress.parse(ip));
        String asked = ip;
        wrong.ifPresent(w -> request.refuse(FieldError.invalid("spec.clusterIPs", asked, w)));
      }
      List<ServicePort> ports = new ArrayList<>();
      for (ServicePort port : spec.ports()) {
        if (spec.mayHaveNodePorts() && port.nodePort() == 0) {
          port = port.withNodePort(nodePorts.takeNext());
        } else if (port.nodePort() != 0) {
          int asked = port.nodePort();
          nodePorts
              .take(asked)
              .ifPresent(
                  w ->
                      request.refuse(
                          FieldError.invalid(
                              "spec.ports[" + ports.size() + "].nodePort", asked, w)));
        }
        ports.add(port);
      }
      IpFamily family = ip.equals("None") ? IpFamily.IPV4 : IpAddress.parse(ip).family();
      spec =
          spec.toBuilder()
              .clusterIP(ip)
              .clusterIPs(List.of(ip))
              .ipFamilies(List.of(family == IpFamily.IPV4 ? "IPv4" : "IPv6"))
              .ipFamilyPolicy(Optional.of("SingleStack"))
              .internalTrafficPolicy(spec.internalTrafficPolicy().or(() -> Optional.of("Cluster")))
              .ports(ports)
              .build();
    }
    ServiceStatus status =
        request.atStart()
            ? service.status()
            : request.old().map(Service::status).orElse(ServiceStatus.EMPTY);
    return service.withSpec(spec).withStatus(status);
  }

  @Override
  public void release(Service service) {
    for (String ip : service.spec().clusterIPs()) {
      if (!ip.equals("None")) {
        clusterIPs.release(IpAddress.parse(ip));
      }
    }
    for (ServicePort port : service.spec().ports()) {
      nodePorts.release(port.nodePort());
    }
  }
}
