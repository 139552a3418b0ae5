package io.kubehop.service.apiserver.validation;

import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServiceSpec;
import java.util.List;

/** What may not change about a Service (ValidateServiceUpdate). */
public final class ServiceUpdateValidation {
  private static final String ONCE = "may not change once set";

  private final Errors errors = new Errors();
  private final ServiceSpec old;
  private final ServiceSpec spec;

  private ServiceUpdateValidation(ServiceSpec old, ServiceSpec spec) {
    this.old = old;
    this.spec = spec;
  }

  /**
   * Returns what is wrong with a Service that is to replace another one, over what is wrong with it
   * by itself.
   */
  public static List<FieldError> validate(Service old, Service service) {
    ServiceUpdateValidation validation = new ServiceUpdateValidation(old.spec(), service.spec());
    validation.run();
    return validation.errors.list();
  }

  private void run() {
    boolean hadNone = ClusterIPsValidation.isHeadless(old);
    boolean hasNone = ClusterIPsValidation.isHeadless(spec);
    if (!old.isExternalName() && !spec.isExternalName() && !(hadNone && hasNone)) {
      clusterIPs();
      if (hadNone == hasNone) {
        families();
      }
    }
    if (old.isLoadBalancer()
        && spec.isLoadBalancer()
        && !old.loadBalancerClass().equals(spec.loadBalancerClass())) {
      errors.invalid("spec.loadBalancerClass", spec.loadBalancerClass().orElse("null"), ONCE);
    }
    if (hasHealthCheck(old)
        && hasHealthCheck(spec)
        && old.healthCheckNodePort() != spec.healthCheckNodePort()) {
      errors.forbidden("spec.healthCheckNodePort", "field is immutable");
    }
  }

  private static boolean hasHealthCheck(ServiceSpec spec) {
    return spec.isLoadBalancer() && spec.isExternallyLocal();
  }

  private void clusterIPs() {
    List<String> before = old.clusterIPs();
    List<String> after = spec.clusterIPs();
    if (before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        if (!before.get(i).equals(after.get(i))) {
          errors.invalid("spec.clusterIPs[" + i + "]", after, ONCE);
        }
      }
    } else if (after.isEmpty()) {
      errors.invalid("spec.clusterIPs[0]", after, "primary clusterIP can not be unset");
    } else if (!before.isEmpty() && !before.get(0).equals(after.get(0))) {
      errors.invalid("spec.clusterIPs[0]", after, ONCE);
    }
    if (before.size() > after.size() && after.size() == 1) {
      onlySingleStack("must be set to 'SingleStack' when releasing the secondary clusterIP");
    }
  }

  private void families() {
    List<String> before = old.ipFamilies();
    List<String> after = spec.ipFamilies();
    int count =
        before.size() == after.size()
            ? before.size()
            : Math.min(1, Math.min(before.size(), after.size()));
    for (int i = 0; i < count; i++) {
      if (!before.get(i).equals(after.get(i))) {
        errors.invalid("spec.ipFamilies[0]", after, ONCE);
      }
    }
    if (before.size() > after.size() && after.size() == 1) {
      onlySingleStack("must be set to 'SingleStack' when releasing the secondary ipFamily");
    }
  }

  private void onlySingleStack(String detail) {
    String policy = spec.ipFamilyPolicy().orElse("null");
    if (!policy.equals("SingleStack")) {
      errors.invalid("spec.ipFamilyPolicy", policy, detail);
    }
  }
}
