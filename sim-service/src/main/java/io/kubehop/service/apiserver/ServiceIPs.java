package io.kubehop.service.apiserver;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.apiserver.validation.FieldError;
import io.kubehop.service.config.ClusterConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives Services their cluster IPs, one for each of their families
 * (pkg/registry/core/service/storage, alloc.go).
 */
final class ServiceIPs {
  private final Map<String, ClusterIPAllocator> byFamily = new LinkedHashMap<>();

  ServiceIPs(Simulation simulation, ClusterConfig config) {
    for (Cidr cidr : config.serviceCIDRs()) {
      byFamily.put(ServiceFamilies.nameOf(cidr.family()), new ClusterIPAllocator(simulation, cidr));
    }
  }

  /**
   * The specification with an address for each family. An address that the old one has is kept, so
   * that a later check can say that it must not change; one that the new one no longer has is free
   * again.
   */
  ServiceSpec allocate(ServiceSpec spec, Optional<ServiceSpec> old, List<FieldError> errors) {
    List<String> before = old.map(ServiceIPs::allocated).orElse(List.of());
    if (spec.isExternalName() || spec.isHeadless()) {
      before.forEach(this::release);
      return spec;
    }
    if (isOtherPrimary(spec, before)) {
      return spec;
    }
    List<String> ips = new ArrayList<>();
    for (int i = 0; i < spec.ipFamilies().size(); i++) {
      String asked = i < spec.clusterIPs().size() ? spec.clusterIPs().get(i) : "";
      ips.add(before.contains(asked) ? asked : take(spec.ipFamilies().get(i), asked, spec, errors));
    }
    before.stream().filter(ip -> !ips.contains(ip)).forEach(this::release);
    return spec.toBuilder().clusterIP(ips.get(0)).clusterIPs(ips).build();
  }

  private static boolean isOtherPrimary(ServiceSpec spec, List<String> before) {
    return !before.isEmpty()
        && !spec.clusterIPs().isEmpty()
        && !before.get(0).equals(spec.clusterIPs().get(0));
  }

  private String take(String family, String asked, ServiceSpec spec, List<FieldError> errors) {
    ClusterIPAllocator allocator = byFamily.get(family);
    if (allocator == null) {
      return asked;
    }
    if (asked.isEmpty()) {
      Optional<IpAddress> free = allocator.takeNext();
      if (free.isEmpty()) {
        errors.add(FieldError.internal("failed to allocate a serviceIP: range is full"));
      }
      return free.map(IpAddress::toString).orElse("");
    }
    allocator
        .take(IpAddress.parse(asked))
        .ifPresent(
            reason ->
                errors.add(
                    FieldError.invalid(
                        "spec.clusterIPs",
                        spec.clusterIPs(),
                        "failed to allocate IP " + asked + ": " + reason)));
    return asked;
  }

  /** Gives the addresses of a Service back. */
  void release(ServiceSpec spec) {
    allocated(spec).forEach(this::release);
  }

  private void release(String ip) {
    ClusterIPAllocator allocator = byFamily.get(ServiceFamilies.familyOf(ip));
    if (allocator != null) {
      allocator.release(IpAddress.parse(ip));
    }
  }

  private static List<String> allocated(ServiceSpec spec) {
    return spec.clusterIPs().stream().filter(ip -> !ip.equals("None")).toList();
  }
}
