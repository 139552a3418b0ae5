package io.kubehop.service.apiserver;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.apiserver.validation.ClusterIPsValidation;
import io.kubehop.service.apiserver.validation.FieldError;
import io.kubehop.service.config.ClusterConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides in which address families a Service is served (pkg/registry/core/service/storage,
 * initIPFamilyFields of alloc.go). A Service is only ever taken from one family to two, or back,
 * when it says so by {@code ipFamilyPolicy}.
 */
final class ServiceFamilies {
  private static final String SINGLE = "SingleStack";
  private static final String PREFER = "PreferDualStack";
  private static final String REQUIRE = "RequireDualStack";
  private static final String POLICY = "spec.ipFamilyPolicy";

  private final List<String> configured;

  ServiceFamilies(ClusterConfig config) {
    configured = config.serviceCIDRs().stream().map(cidr -> nameOf(cidr.family())).toList();
  }

  static String nameOf(IpFamily family) {
    return family == IpFamily.IPV4 ? "IPv4" : "IPv6";
  }

  static String familyOf(String ip) {
    return nameOf(IpAddress.parse(ip).family());
  }

  /**
   * The specification with its families and its policy; unchanged if anything about them is wrong.
   */
  ServiceSpec decide(ServiceSpec given, Optional<ServiceSpec> old, List<FieldError> errors) {
    if (given.isExternalName() || old.filter(before -> isSettled(before, given)).isPresent()) {
      return given;
    }
    ServiceSpec spec = given.toBuilder().ipFamilyPolicy(Optional.of(policy(given, old))).build();
    int before = errors.size();
    errors.addAll(ClusterIPsValidation.validate(spec));
    if (errors.size() > before) {
      return given;
    }
    if (old.isPresent()) {
      spec = reduced(old.get(), spec, errors);
    }
    checkSingle(spec, errors);
    spec = spec.toBuilder().ipFamilies(inferred(spec, errors)).build();
    if (errors.size() == before && !isHeadlessWithoutSelector(spec)) {
      checkConfigured(spec, errors);
    }
    return errors.size() > before ? given : completed(spec);
  }

  /**
   * A Service that prefers two families is left as it is while nothing about that changes, even if
   * the cluster has changed.
   */
  private static boolean isSettled(ServiceSpec old, ServiceSpec spec) {
    return old.type().equals(spec.type())
        && spec.ipFamilyPolicy().equals(Optional.of(PREFER))
        && old.ipFamilyPolicy().equals(Optional.of(PREFER))
        && old.clusterIPs().equals(spec.clusterIPs())
        && old.ipFamilies().equals(spec.ipFamilies());
  }

  private static String policy(ServiceSpec spec, Optional<ServiceSpec> old) {
    return spec.ipFamilyPolicy()
        .or(() -> old.flatMap(ServiceSpec::ipFamilyPolicy))
        .orElse(isHeadlessWithoutSelector(spec) ? REQUIRE : SINGLE);
  }

  private static boolean isHeadlessWithoutSelector(ServiceSpec spec) {
    return spec.isHeadless() && spec.selector().isEmpty();
  }

  private static ServiceSpec reduced(ServiceSpec old, ServiceSpec spec, List<FieldError> errors) {
    String policy = spec.ipFamilyPolicy().orElse(SINGLE);
    if (policy.equals(SINGLE)) {
      var builder = spec.toBuilder();
      if (old.clusterIPs().equals(spec.clusterIPs()) && spec.clusterIPs().size() > 1) {
        builder.clusterIPs(spec.clusterIPs().subList(0, 1));
      }
      if (old.ipFamilies().equals(spec.ipFamilies()) && spec.ipFamilies().size() > 1) {
        builder.ipFamilies(spec.ipFamilies().subList(0, 1));
      }
      return builder.build();
    }
    if (isFewer(spec.clusterIPs(), old.clusterIPs())) {
      errors.add(
          FieldError.invalid(
              POLICY, policy, "must be 'SingleStack' to release the secondary cluster IP"));
    }
    if (isFewer(spec.ipFamilies(), old.ipFamilies())) {
      errors.add(
          FieldError.invalid(
              POLICY, policy, "must be 'SingleStack' to release the secondary IP family"));
    }
    return spec;
  }

  private static boolean isFewer(List<String> after, List<String> before) {
    return !after.isEmpty() && after.size() < before.size();
  }

  private static void checkSingle(ServiceSpec spec, List<FieldError> errors) {
    String must = "must be 'RequireDualStack' or 'PreferDualStack' when multiple ";
    if (spec.ipFamilyPolicy().equals(Optional.of(SINGLE))) {
      if (spec.clusterIPs().size() == 2) {
        errors.add(FieldError.invalid(POLICY, SINGLE, must + "cluster IPs are specified"));
      }
      if (spec.ipFamilies().size() == 2) {
        errors.add(FieldError.invalid(POLICY, SINGLE, must + "IP families are specified"));
      }
    }
  }

  /** The families that are named, and those of further addresses that are named. */
  private List<String> inferred(ServiceSpec spec, List<FieldError> errors) {
    List<String> families = new ArrayList<>(spec.ipFamilies());
    for (int i = families.size(); i < spec.clusterIPs().size() && !spec.isHeadless(); i++) {
      String family = familyOf(spec.clusterIPs().get(i));
      if (configured.contains(family)) {
        families.add(family);
      } else {
        errors.add(
            FieldError.invalid(
                "spec.clusterIPs[" + i + "]",
                spec.clusterIPs(),
                family + " is not configured on this cluster"));
      }
    }
    return families;
  }

  private void checkConfigured(ServiceSpec spec, List<FieldError> errors) {
    if (spec.ipFamilyPolicy().equals(Optional.of(REQUIRE)) && configured.size() < 2) {
      errors.add(
          FieldError.invalid(
              POLICY, REQUIRE, "this cluster is not configured for dual-stack services"));
    }
    for (int i = 0; i < spec.ipFamilies().size(); i++) {
      String family = spec.ipFamilies().get(i);
      if (!configured.contains(family)) {
        errors.add(
            FieldError.invalid(
                "spec.ipFamilies[" + i + "]", family, "not configured on this cluster"));
      }
    }
  }

  /** Adds the primary family where none is named, and the other one where two are wanted. */
  private ServiceSpec completed(ServiceSpec spec) {
    List<String> families = new ArrayList<>(spec.ipFamilies());
    if (families.isEmpty()) {
      families.add(configured.get(0));
    }
    boolean canHaveTwo = configured.size() == 2 || isHeadlessWithoutSelector(spec);
    if (families.size() == 1 && canHaveTwo && !spec.ipFamilyPolicy().equals(Optional.of(SINGLE))) {
      families.add(families.get(0).equals("IPv4") ? "IPv6" : "IPv4");
    }
    return spec.toBuilder().ipFamilies(families).build();
  }
}
