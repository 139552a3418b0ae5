package io.kubehop.ingress.gateway;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.service.api.HTTPRouteFilter;
import java.util.List;
import java.util.Optional;

/**
 * The backends of a rule with their shares.
 *
 * @param backends those with a share
 */
record BackendChoice(List<Target> backends) {

  /** Copies the list. */
  BackendChoice {
    backends = List.copyOf(backends);
  }

  /**
   * A backend.
   *
   * @param label {@code namespace/service:port}; empty if there is no such Service port
   * @param endpoints its ready endpoints
   * @param weight its share of the sum of all weights
   * @param filters what is done to its requests alone
   * @param fault why it cannot be used; absent if it can
   */
  record Target(
      String label,
      List<SocketAddress> endpoints,
      int weight,
      List<HTTPRouteFilter> filters,
      Optional<String> fault) {

    /** Copies the lists. */
    Target {
      endpoints = List.copyOf(endpoints);
      filters = List.copyOf(filters);
    }
  }

  long[] weights() {
    return backends.stream().mapToLong(Target::weight).toArray();
  }
}
