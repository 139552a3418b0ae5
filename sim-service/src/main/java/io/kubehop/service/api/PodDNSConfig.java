package io.kubehop.service.api;

import java.util.List;

/**
 * What is added to the resolver configuration of a {@link Pod} (core/v1 PodDNSConfig).
 *
 * @param nameservers addresses of name servers
 * @param searches search domains
 * @param options resolver options
 */
public record PodDNSConfig(
    List<String> nameservers, List<String> searches, List<PodDNSConfigOption> options) {

  /** Copies the collections. */
  public PodDNSConfig {
    nameservers = List.copyOf(nameservers);
    searches = List.copyOf(searches);
    options = List.copyOf(options);
  }
}
