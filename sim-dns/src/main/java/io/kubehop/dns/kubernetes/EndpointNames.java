package io.kubehop.dns.kubernetes;

import io.kubehop.service.api.Endpoint;

/** The name of an endpoint below its Service: it has exactly one. */
final class EndpointNames {
  private static final int LONGEST_LABEL = 63;

  private EndpointNames() {}

  /**
   * The name.
   *
   * @param podNames whether Pods' names are used ({@code endpoint_pod_names})
   */
  static String of(Endpoint endpoint, String address, boolean podNames) {
    String hostname = endpoint.hostname().orElse("");
    if (!hostname.isEmpty()) {
      return hostname;
    }
    String pod = endpoint.targetRef().map(ref -> ref.name()).orElse("");
    if (podNames && !pod.isEmpty() && pod.length() <= LONGEST_LABEL) {
      return pod;
    }
    String dashed = address.replace('.', '-').replace(':', '-');
    return address.indexOf(':') >= 0 && dashed.endsWith("-") ? dashed + "0" : dashed;
  }
}
