package io.kubehop.service.api;

import java.util.List;

/**
 * Hosts that are served over TLS (networking/v1 IngressTLS).
 *
 * @param hosts the hosts; empty: all of the certificate
 * @param secretName the Secret with the certificate; empty: the one of the controller
 */
public record IngressTLS(List<String> hosts, String secretName) {

  /** Copies the collections. */
  public IngressTLS {
    hosts = List.copyOf(hosts);
  }
}
