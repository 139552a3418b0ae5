package io.kubehop.service.apiserver.validation;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServiceSpec;
import java.util.List;
import java.util.Map;

/**
 * A Service as it is to be kept, with all that was allocated for it (pkg/apis/core/validation,
 * ValidateService).
 */
public final class ServiceValidation {
  private static final String TOPOLOGY_MODE = "service.kubernetes.io/topology-mode";
  private static final String TOPOLOGY_HINTS = "service.kubernetes.io/topology-aware-hints";
  private static final String ONLY_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";

  private final Errors errors = new Errors();
  private final Service service;
  private final ServiceSpec spec;

  private ServiceValidation(Service service) {
    this.service = service;
    this.spec = service.spec();
  }

  /** Returns what is wrong with a Service. */
  public static List<FieldError> validate(Service service) {
    ServiceValidation validation = new ServiceValidation(service);
    validation.run();
    return validation.errors.list();
  }

  private void run() {
    errors.addAll(MetaValidation.validate(service));
    topologyAnnotations();
    type();
    errors.addAll(ServicePortValidation.validate(spec));
    errors.labels("spec.selector", spec.selector());
    sessionAffinity();
    errors.addAll(ClusterIPsValidation.validate(spec));
    externalIPs();
    loadBalancer();
    errors.addAll(TrafficPolicyValidation.validate(spec));
  }

  private void topologyAnnotations() {
    Map<String, String> annotations = service.metadata().annotations();
    String mode = annotations.get(TOPOLOGY_MODE);
    String hints = annotations.get(TOPOLOGY_HINTS);
    if (mode != null && hints != null && !mode.equals(hints)) {
      errors.invalid(
          "metadata.annotations[" + TOPOLOGY_MODE + "]",
          mode,
          "must match annotations[" + TOPOLOGY_HINTS + "] when both are specified");
    }
  }

  private void type() {
    boolean isHeadless = ClusterIPsValidation.isHeadless(spec);
    if (spec.ports().isEmpty() && !isHeadless && !spec.isExternalName()) {
      errors.required("spec.ports");
    }
    if (spec.mayHaveNodePorts() && isHeadless) {
      errors.invalid(
          "spec.clusterIPs[0]",
          "None",
          "may not be set to 'None' for " + spec.type() + " services");
    }
    if (spec.isExternalName()) {
      externalName();
    }
    errors.oneOf(
        "spec.type", spec.type(), List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort"));
  }

  private void externalName() {
    String reason = "may not be set for ExternalName services";
    if (!spec.clusterIPs().isEmpty()) {
      errors.forbidden("spec.clusterIPs", reason);
    }
    if (!spec.ipFamilies().isEmpty()) {
      errors.forbidden("spec.ipFamilies", reason);
    }
    if (spec.ipFamilyPolicy().isPresent()) {
      errors.forbidden("spec.ipFamilyPolicy", reason);
    }
    String name = spec.externalName();
    String cname = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (cname.isEmpty()) {
      errors.required("spec.externalName");
    } else {
      errors.invalid("spec.externalName", cname, Formats.dns1123Subdomain(cname));
    }
  }

  private void sessionAffinity() {
    errors.oneOf("spec.sessionAffinity", spec.sessionAffinity(), List.of("ClientIP", "None"));
    if (spec.hasClientAffinity()) {
      String path = "spec.sessionAffinityConfig.clientIP.timeoutSeconds";
      int seconds = spec.sessionAffinityTimeoutSeconds().orElse(0);
      if (seconds <= 0 || seconds > 86400) {
        errors.invalid(path, seconds, "must be greater than 0 and less than 86400");
      }
    }
  }

  private void externalIPs() {
    for (int i = 0; i < spec.externalIPs().size(); i++) {
      String path = "spec.externalIPs[" + i + "]";
      String ip = spec.externalIPs().get(i);
      List<String> malformed = Formats.ip(ip);
      errors.invalid(path, ip, malformed);
      if (malformed.isEmpty()) {
        errors.invalid(path, ip, SpecialAddresses.reasons(IpAddress.parse(ip), ip));
      }
    }
  }

  private void loadBalancer() {
    if (!spec.loadBalancerSourceRanges().isEmpty()) {
      sourceRanges();
    }
    if (spec.allocateLoadBalancerNodePorts().isPresent() && !spec.isLoadBalancer()) {
      errors.forbidden("spec.allocateLoadBalancerNodePorts", ONLY_LOAD_BALANCER);
    }
    spec.loadBalancerClass().ifPresent(this::loadBalancerClass);
  }

  /** The API server spells this path with a capital letter. */
  private void sourceRanges() {
    String path = "spec.LoadBalancerSourceRanges";
    if (!spec.isLoadBalancer()) {
      errors.forbidden(path, ONLY_LOAD_BALANCER);
    }
    for (int i = 0; i < spec.loadBalancerSourceRanges().size(); i++) {
      String range = spec.loadBalancerSourceRanges().get(i).strip();
      errors.invalid(path + "[" + i + "]", range, Formats.cidr(range));
    }
  }

  private void loadBalancerClass(String name) {
    if (spec.isLoadBalancer()) {
      errors.invalid("spec.loadBalancerClass", name, Formats.qualifiedName(name));
    } else {
      errors.forbidden("spec.loadBalancerClass", ONLY_LOAD_BALANCER);
    }
  }
}
