package io.kubehop.scenarios.compare;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.connection.Destination.Scheme;
import io.kubehop.service.api.Service;
import java.util.Optional;

/** What the causes ask of a difference. */
final class Conditions {
  private Conditions() {}

  /** Whether an external IP or a load balancer is called. */
  static boolean isExternal(Difference difference) {
    return difference.isTo(Target.EXTERNAL_IP) || difference.isTo(Target.LOAD_BALANCER);
  }

  static boolean isRefusedIn(Difference difference) {
    return difference.found().isOnly(Outcome.REJECTED)
        || difference.found().isOnly(Outcome.REFUSED);
  }

  static boolean hasSourceRanges(Difference difference) {
    return difference.isTo(Target.LOAD_BALANCER)
        && service(difference)
            .filter(service -> !service.spec().loadBalancerSourceRanges().isEmpty())
            .isPresent();
  }

  /** Whether one of the source ranges is everything. */
  static boolean admitsAll(Difference difference) {
    return service(difference).stream()
        .flatMap(service -> service.spec().loadBalancerSourceRanges().stream())
        .anyMatch(range -> range.strip().endsWith("/0"));
  }

  static boolean isSctp(Difference difference) {
    return difference.trial().request().destination().scheme() == Scheme.SCTP;
  }

  /** Whether the address called is not of the family of the Service's first cluster IP. */
  static boolean isOfOtherFamily(Difference difference) {
    boolean v4 = IpAddress.parse(difference.trial().request().destination().host()).isV4();
    return service(difference)
        .map(service -> service.spec().clusterIPs())
        .filter(addresses -> !addresses.isEmpty() && !v4)
        .isPresent();
  }

  static boolean hasPolicyLocal(Difference difference) {
    return service(difference)
        .filter(service -> service.spec().isExternallyLocal() || service.spec().isInternallyLocal())
        .isPresent();
  }

  /** Whether a cluster IP is called whose Service has {@code internalTrafficPolicy: Local}. */
  static boolean isInternallyLocal(Difference difference) {
    return difference.isTo(Target.CLUSTER_IP)
        && service(difference).filter(service -> service.spec().isInternallyLocal()).isPresent();
  }

  /** Whether any other address is called of one with {@code externalTrafficPolicy: Local}. */
  static boolean isExternallyLocal(Difference difference) {
    return !difference.isTo(Target.CLUSTER_IP)
        && service(difference).filter(service -> service.spec().isExternallyLocal()).isPresent();
  }

  private static Optional<Service> service(Difference difference) {
    return difference.trial().service();
  }
}
