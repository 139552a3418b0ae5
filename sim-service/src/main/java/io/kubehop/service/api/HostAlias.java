package io.kubehop.service.api;

import java.util.List;

/**
 * A line of {@code /etc/hosts} (core/v1 HostAlias).
 *
 * @param ip the address
 * @param hostnames its names
 */
public record HostAlias(String ip, List<String> hostnames) {

  /** Copies the collections. */
  public HostAlias {
    hostnames = List.copyOf(hostnames);
  }
}
