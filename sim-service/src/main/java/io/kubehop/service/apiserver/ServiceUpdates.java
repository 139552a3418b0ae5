package io.kubehop.service.apiserver;

import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a Service keeps of the one that it replaces, and what it loses when its type changes
 * (pkg/registry/core/service: patchAllocatedValues and normalizeClusterIPs of storage.go,
 * dropTypeDependentFields of strategy.go).
 */
final class ServiceUpdates {

  private ServiceUpdates() {}

  /** Sets {@code clusterIPs} from {@code clusterIP} where only that one is given. */
  static ServiceSpec normalized(ServiceSpec spec) {
    return !spec.clusterIP().isEmpty() && spec.clusterIPs().isEmpty()
        ? spec.toBuilder().clusterIPs(List.of(spec.clusterIP())).build()
        : spec;
  }

  /** Carries over what was allocated and the new Service leaves out. */
  static ServiceSpec carriedOver(ServiceSpec old, ServiceSpec spec) {
    ServiceSpec carried = spec;
    if (!old.isExternalName() && !spec.isExternalName()) {
      carried = withClusterIPs(old, carried);
    }
    if (old.mayHaveNodePorts() && spec.mayHaveNodePorts()) {
      carried = withNodePorts(old, carried);
    }
    if (needsHealthCheck(old) && needsHealthCheck(spec) && spec.healthCheckNodePort() == 0) {
      carried = carried.toBuilder().healthCheckNodePort(old.healthCheckNodePort()).build();
    }
    return normalizedUpdate(old, carried);
  }

  private static ServiceSpec withClusterIPs(ServiceSpec old, ServiceSpec spec) {
    String first = spec.clusterIP().isEmpty() ? old.clusterIP() : spec.clusterIP();
    List<String> all = spec.clusterIPs().isEmpty() ? old.clusterIPs() : spec.clusterIPs();
    return spec.toBuilder().clusterIP(first).clusterIPs(all).build();
  }

  /**
   * Ports keep the node port that the port of the same name had, unless another port names it now.
   */
  private static ServiceSpec withNodePorts(ServiceSpec old, ServiceSpec spec) {
    Set<Integer> named = new LinkedHashSet<>();
    spec.ports().forEach(port -> named.add(port.nodePort()));
    Map<String, Integer> byName = new LinkedHashMap<>();
    old.ports().forEach(port -> byName.put(port.name(), port.nodePort()));
    List<ServicePort> ports = new ArrayList<>();
    for (ServicePort port : spec.ports()) {
      int before = byName.getOrDefault(port.name(), 0);
      boolean inherits = port.nodePort() == 0 && !named.contains(before);
      ports.add(inherits ? port.withNodePort(before) : port);
    }
    return spec.toBuilder().ports(ports).build();
  }

  /** A changed or cleared {@code clusterIP} decides over {@code clusterIPs} that are as before. */
  private static ServiceSpec normalizedUpdate(ServiceSpec old, ServiceSpec spec) {
    boolean sameList = spec.clusterIPs().equals(old.clusterIPs());
    if (spec.clusterIP().equals(old.clusterIP()) || !sameList) {
      return spec;
    }
    List<String> list = spec.clusterIP().isEmpty() ? List.of() : List.of(spec.clusterIP());
    return spec.toBuilder().clusterIPs(list).build();
  }

  /**
   * Takes away what the old type had and the new one cannot have, where the user did not try to
   * change it.
   */
  static ServiceSpec withoutTypeDependent(ServiceSpec old, ServiceSpec spec) {
    ServiceSpec kept = spec;
    if (!old.isExternalName() && spec.isExternalName()) {
      kept = withoutClusterIPs(old, kept);
    }
    if (old.mayHaveNodePorts() && !spec.mayHaveNodePorts() && addsNoNodePort(old, spec)) {
      kept =
          kept.toBuilder()
              .ports(kept.ports().stream().map(p -> p.withNodePort(0)).toList())
              .build();
    }
    if (needsHealthCheck(old)
        && !needsHealthCheck(spec)
        && old.healthCheckNodePort() == spec.healthCheckNodePort()) {
      kept = kept.toBuilder().healthCheckNodePort(0).build();
    }
    if (old.isLoadBalancer() && !spec.isLoadBalancer()) {
      kept = withoutBalancer(old, kept);
    }
    boolean nowInside =
        ServiceDefaults.isExternallyAccessible(old)
            && !ServiceDefaults.isExternallyAccessible(spec);
    return nowInside && old.externalTrafficPolicy().equals(spec.externalTrafficPolicy())
        ? kept.toBuilder().externalTrafficPolicy(Optional.empty()).build()
        : kept;
  }

  private static ServiceSpec withoutClusterIPs(ServiceSpec old, ServiceSpec spec) {
    var builder = spec.toBuilder();
    if (old.clusterIP().equals(spec.clusterIP()) && old.clusterIPs().equals(spec.clusterIPs())) {
      builder.clusterIP("").clusterIPs(List.of());
    }
    if (old.ipFamilies().equals(spec.ipFamilies())) {
      builder.ipFamilies(List.of());
    }
    if (old.ipFamilyPolicy().equals(spec.ipFamilyPolicy())) {
      builder.ipFamilyPolicy(Optional.empty());
    }
    return builder.build();
  }

  private static ServiceSpec withoutBalancer(ServiceSpec old, ServiceSpec spec) {
    var builder = spec.toBuilder();
    if (old.allocateLoadBalancerNodePorts().equals(spec.allocateLoadBalancerNodePorts())) {
      builder.allocateLoadBalancerNodePorts(Optional.empty());
    }
    if (old.loadBalancerClass().equals(spec.loadBalancerClass())) {
      builder.loadBalancerClass(Optional.empty());
    }
    return builder.build();
  }

  private static boolean addsNoNodePort(ServiceSpec old, ServiceSpec spec) {
    Set<Integer> before = new LinkedHashSet<>(List.of(0));
    old.ports().forEach(port -> before.add(port.nodePort()));
    return spec.ports().stream().allMatch(port -> before.contains(port.nodePort()));
  }

  /**
   * Whether balancers ask nodes for the health of a Service (pkg/api/service, NeedsHealthCheck).
   */
  static boolean needsHealthCheck(ServiceSpec spec) {
    return spec.isLoadBalancer() && spec.isExternallyLocal();
  }
}
