package io.kubehop.service.apiserver;

import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import java.util.List;
import java.util.Optional;

/**
 * What the API server fills into a Service before it looks at any other object (pkg/apis/core/v1,
 * SetDefaults_Service).
 */
final class ServiceDefaults {
  private static final int AFFINITY_SECONDS = 10800;

  private ServiceDefaults() {}

  static Service of(Service service) {
    ServiceSpec given = service.spec();
    ServiceSpec spec =
        given.toBuilder()
            .type(given.type().isEmpty() ? "ClusterIP" : given.type())
            .sessionAffinity(given.sessionAffinity().isEmpty() ? "None" : given.sessionAffinity())
            .ports(given.ports().stream().map(ServiceDefaults::port).toList())
            .build();
    ServiceSpec complete =
        spec.toBuilder()
            .sessionAffinityTimeoutSeconds(affinitySeconds(spec))
            .externalTrafficPolicy(externalTrafficPolicy(spec))
            .internalTrafficPolicy(internalTrafficPolicy(spec))
            .allocateLoadBalancerNodePorts(allocateNodePorts(spec))
            .build();
    return service.withSpec(complete).withStatus(status(service.status()));
  }

  private static ServicePort port(ServicePort port) {
    IntOrString target = port.targetPort();
    boolean isUnset = target.isInt() ? target.intValue() == 0 : target.stringValue().isEmpty();
    return new ServicePort(
        port.name(),
        port.protocol().isEmpty() ? "TCP" : port.protocol(),
        port.appProtocol(),
        port.port(),
        isUnset ? IntOrString.of(port.port()) : target,
        port.nodePort());
  }

  private static Optional<Integer> affinitySeconds(ServiceSpec spec) {
    return spec.hasClientAffinity()
        ? spec.sessionAffinityTimeoutSeconds().or(() -> Optional.of(AFFINITY_SECONDS))
        : Optional.empty();
  }

  private static Optional<String> externalTrafficPolicy(ServiceSpec spec) {
    Optional<String> given = spec.externalTrafficPolicy().filter(policy -> !policy.isEmpty());
    return isExternallyAccessible(spec) ? given.or(() -> Optional.of("Cluster")) : given;
  }

  /**
   * Whether anybody outside of the cluster can reach a Service (pkg/api/service,
   * ExternallyAccessible).
   */
  static boolean isExternallyAccessible(ServiceSpec spec) {
    return spec.mayHaveNodePorts()
        || (spec.type().equals("ClusterIP") && !spec.externalIPs().isEmpty());
  }

  private static Optional<String> internalTrafficPolicy(ServiceSpec spec) {
    return spec.mayHaveNodePorts() || spec.type().equals("ClusterIP")
        ? spec.internalTrafficPolicy().or(() -> Optional.of("Cluster"))
        : spec.internalTrafficPolicy();
  }

  private static Optional<Boolean> allocateNodePorts(ServiceSpec spec) {
    return spec.isLoadBalancer()
        ? spec.allocateLoadBalancerNodePorts().or(() -> Optional.of(true))
        : spec.allocateLoadBalancerNodePorts();
  }

  private static ServiceStatus status(ServiceStatus given) {
    List<LoadBalancerIngress> ingress =
        given.loadBalancer().stream().map(ServiceDefaults::ingress).toList();
    return new ServiceStatus(ingress, given.conditions());
  }

  private static LoadBalancerIngress ingress(LoadBalancerIngress given) {
    Optional<String> ipMode =
        given.ip().isEmpty() ? given.ipMode() : given.ipMode().or(() -> Optional.of("VIP"));
    return new LoadBalancerIngress(given.ip(), given.hostname(), ipMode, given.ports());
  }
}
