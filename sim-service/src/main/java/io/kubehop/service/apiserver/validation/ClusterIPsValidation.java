package io.kubehop.service.apiserver.validation;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.ServiceSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code clusterIP}, {@code clusterIPs}, {@code ipFamilies} and {@code ipFamilyPolicy} together
 * (ValidateServiceClusterIPsRelatedFields). The API server checks them before it allocates, and
 * again with the rest.
 */
public final class ClusterIPsValidation {
  private static final String IPS = "spec.clusterIPs";
  private static final List<String> FAMILIES = List.of("IPv4", "IPv6");
  private static final List<String> POLICIES =
      List.of("PreferDualStack", "RequireDualStack", "SingleStack");

  private final Errors errors = new Errors();
  private final ServiceSpec spec;

  private ClusterIPsValidation(ServiceSpec spec) {
    this.spec = spec;
  }

  /** Returns what is wrong with these fields. */
  public static List<FieldError> validate(ServiceSpec spec) {
    ClusterIPsValidation validation = new ClusterIPsValidation(spec);
    if (!spec.isExternalName()) {
      validation.run();
    }
    return validation.errors.list();
  }

  /** Whether a Service asks for no address, by the list of addresses. */
  static boolean isHeadless(ServiceSpec spec) {
    return spec.clusterIPs().equals(List.of("None"));
  }

  private void run() {
    firstIsClusterIP();
    families();
    if (wellFormed()) {
      oneOfEachFamily();
      matchFamilies();
    }
  }

  private void firstIsClusterIP() {
    List<String> ips = spec.clusterIPs();
    if (spec.clusterIP().isEmpty()) {
      if (!ips.isEmpty()) {
        errors.invalid(IPS, ips, "must be empty when `clusterIP` is not specified");
      }
    } else if (ips.isEmpty()) {
      errors.required(IPS);
    } else if (!ips.get(0).equals(spec.clusterIP())) {
      errors.invalid(IPS, ips, "first value must match `clusterIP`");
    }
  }

  private void families() {
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < spec.ipFamilies().size(); i++) {
      String path = "spec.ipFamilies[" + i + "]";
      String family = spec.ipFamilies().get(i);
      errors.oneOf(path, family, FAMILIES);
      if (!seen.add(family)) {
        errors.add(FieldError.duplicate(path, family));
      }
    }
    spec.ipFamilyPolicy().ifPresent(p -> errors.oneOf("spec.ipFamilyPolicy", p, POLICIES));
  }

  private boolean wellFormed() {
    List<String> ips = spec.clusterIPs();
    boolean wellFormed = true;
    for (int i = 0; i < ips.size(); i++) {
      if (i == 0 && ips.get(0).equals("None")) {
        if (ips.size() > 1) {
          errors.invalid(IPS, ips, "'None' must be the first and only value");
          wellFormed = false;
        }
      } else {
        List<String> malformed = Formats.ip(ips.get(i));
        errors.invalid(IPS + "[" + i + "]", ips.get(i), malformed);
        wellFormed &= malformed.isEmpty();
      }
    }
    if (ips.size() > 2) {
      errors.invalid(IPS, ips, "may only hold up to 2 values");
    }
    return wellFormed;
  }

  private void oneOfEachFamily() {
    List<String> ips = spec.clusterIPs();
    long families =
        ips.stream()
            .filter(ip -> !ip.equals("None"))
            .map(ClusterIPsValidation::isV6)
            .distinct()
            .count();
    if (ips.size() > 1 && families != ips.size()) {
      errors.invalid(IPS, ips, "may specify no more than one IP for each IP family");
    }
  }

  private void matchFamilies() {
    int count = Math.min(spec.clusterIPs().size(), spec.ipFamilies().size());
    for (int i = 0; i < count && !isHeadless(spec); i++) {
      String ip = spec.clusterIPs().get(i);
      String family = spec.ipFamilies().get(i);
      if (FAMILIES.contains(family) && isV6(ip) != family.equals("IPv6")) {
        errors.invalid(
            IPS + "[" + i + "]",
            ip,
            "expected an " + family + " value as indicated by `ipFamilies[" + i + "]`");
      }
    }
  }

  private static boolean isV6(String ip) {
    return !IpAddress.parse(ip).isV4();
  }
}
