package io.kubehop.service.apiserver;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.apiserver.validation.FieldError;
import io.kubehop.service.config.PortRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives Services their node ports and health check ports (pkg/registry/core/service/storage,
 * alloc.go).
 */
final class ServiceNodePorts {
  private final NodePortAllocator allocator;

  ServiceNodePorts(Simulation simulation, PortRange range) {
    allocator = new NodePortAllocator(simulation, range);
  }

  /**
   * The specification with its node ports; ports of the old one that it no longer has are free
   * again.
   */
  ServiceSpec allocate(ServiceSpec spec, Optional<ServiceSpec> old, List<FieldError> errors) {
    Set<Integer> before = old.map(ServiceNodePorts::allocated).orElse(ImmutableSet.of());
    ServiceSpec complete =
        withHealthCheckPort(withNodePorts(spec, old, before, errors), before, errors);
    Set<Integer> after = allocated(complete);
    before.stream().filter(port -> !after.contains(port)).forEach(allocator::release);
    return complete;
  }

  private ServiceSpec withNodePorts(
      ServiceSpec spec, Optional<ServiceSpec> old, Set<Integer> before, List<FieldError> errors) {
    if (!spec.mayHaveNodePorts()) {
      return spec;
    }
    Set<Integer> taken = new LinkedHashSet<>(before);
    for (int i = 0; i < spec.ports().size(); i++) {
      take(i, spec.ports().get(i).nodePort(), taken, errors);
    }
    if (!allocates(spec)) {
      return spec;
    }
    Map<Integer, Integer> shared = old.isEmpty() ? named(spec) : new LinkedHashMap<>();
    List<ServicePort> ports = new ArrayList<>();
    for (ServicePort port : spec.ports()) {
      int nodePort = port.nodePort();
      if (nodePort == 0) {
        nodePort = shared.getOrDefault(port.port(), 0);
        nodePort = nodePort == 0 ? next(errors) : nodePort;
      }
      if (old.isEmpty()) {
        shared.put(port.port(), nodePort);
      }
      ports.add(port.withNodePort(nodePort));
    }
    return spec.toBuilder().ports(ports).build();
  }

  /** On creation the protocols of one port share a node port, and one of them may name it. */
  private static Map<Integer, Integer> named(ServiceSpec spec) {
    Map<Integer, Integer> named = new LinkedHashMap<>();
    spec.ports().stream()
        .filter(port -> port.nodePort() != 0)
        .forEach(port -> named.putIfAbsent(port.port(), port.nodePort()));
    return named;
  }

  private static boolean allocates(ServiceSpec spec) {
    return spec.type().equals("NodePort") || spec.allocateLoadBalancerNodePorts().orElse(true);
  }

  private int next(List<FieldError> errors) {
    int port = allocator.takeNext();
    if (port == 0) {
      errors.add(FieldError.internal("failed to allocate a nodePort: range is full"));
    }
    return port;
  }

  private void take(int index, int nodePort, Set<Integer> taken, List<FieldError> errors) {
    if (nodePort != 0 && taken.add(nodePort)) {
      String path = "spec.ports[" + index + "].nodePort";
      allocator
          .take(nodePort)
          .ifPresent(reason -> errors.add(FieldError.invalid(path, nodePort, reason)));
    }
  }

  private ServiceSpec withHealthCheckPort(
      ServiceSpec spec, Set<Integer> before, List<FieldError> errors) {
    int asked = spec.healthCheckNodePort();
    if (!ServiceUpdates.needsHealthCheck(spec) || before.contains(asked)) {
      return spec;
    }
    if (asked != 0) {
      allocator
          .take(asked)
          .ifPresent(
              reason ->
                  errors.add(
                      FieldError.internal(
                          "failed to allocate requested HealthCheck NodePort "
                              + asked
                              + ": "
                              + reason)));
      return spec;
    }
    int port = allocator.takeNext();
    if (port == 0) {
      errors.add(FieldError.internal("failed to allocate a HealthCheck NodePort 0: range is full"));
    }
    return spec.toBuilder().healthCheckNodePort(port).build();
  }

  /** Gives the ports of a Service back. */
  void release(ServiceSpec spec) {
    allocated(spec).forEach(allocator::release);
  }

  private static Set<Integer> allocated(ServiceSpec spec) {
    Set<Integer> ports = new LinkedHashSet<>();
    if (spec.mayHaveNodePorts()) {
      spec.ports().stream().map(ServicePort::nodePort).filter(p -> p != 0).forEach(ports::add);
    }
    if (ServiceUpdates.needsHealthCheck(spec) && spec.healthCheckNodePort() != 0) {
      ports.add(spec.healthCheckNodePort());
    }
    return ports;
  }
}
