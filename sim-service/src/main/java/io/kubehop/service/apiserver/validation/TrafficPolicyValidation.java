package io.kubehop.service.apiserver.validation;

import io.kubehop.service.api.ServiceSpec;
import java.util.List;
import java.util.Optional;

/**
 * Who may use which endpoints of a Service (validateServiceExternalTrafficPolicy and its
 * neighbours).
 */
final class TrafficPolicyValidation {
  private static final List<String> POLICIES = List.of("Cluster", "Local");
  private static final List<String> DISTRIBUTIONS =
      List.of("PreferClose", "PreferSameNode", "PreferSameZone");

  private TrafficPolicyValidation() {}

  static List<FieldError> validate(ServiceSpec spec) {
    Errors errors = new Errors();
    external(errors, spec);
    healthCheck(errors, spec);
    internal(errors, spec);
    spec.trafficDistribution()
        .ifPresent(value -> errors.oneOf("spec.trafficDistribution", value, DISTRIBUTIONS));
    return errors.list();
  }

  /** Whether anybody outside of the cluster can reach a Service. */
  static boolean isExternallyAccessible(ServiceSpec spec) {
    boolean hasExternalIPs = spec.type().equals("ClusterIP") && !spec.externalIPs().isEmpty();
    return spec.mayHaveNodePorts() || hasExternalIPs;
  }

  private static void external(Errors errors, ServiceSpec spec) {
    String path = "spec.externalTrafficPolicy";
    Optional<String> policy = spec.externalTrafficPolicy();
    if (!isExternallyAccessible(spec)) {
      policy.ifPresent(
          value ->
              errors.invalid(path, value, "may only be set for externally-accessible services"));
    } else if (policy.isEmpty()) {
      errors.required(path);
    } else {
      errors.oneOf(path, policy.get(), POLICIES);
    }
  }

  private static void healthCheck(Errors errors, ServiceSpec spec) {
    String path = "spec.healthCheckNodePort";
    int port = spec.healthCheckNodePort();
    boolean isNeeded = spec.isLoadBalancer() && spec.isExternallyLocal();
    if (isNeeded && port == 0) {
      errors.required(path);
    } else if (isNeeded) {
      errors.invalid(path, port, Formats.portNumber(port));
    } else if (port != 0) {
      errors.invalid(
          path,
          port,
          "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
    }
  }

  private static void internal(Errors errors, ServiceSpec spec) {
    String path = "spec.internalTrafficPolicy";
    if (spec.internalTrafficPolicy().isPresent()) {
      errors.oneOf(path, spec.internalTrafficPolicy().get(), POLICIES);
    } else if (!spec.isExternalName()) {
      errors.required(path);
    }
  }
}
