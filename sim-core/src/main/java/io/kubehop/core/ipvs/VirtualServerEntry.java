package io.kubehop.core.ipvs;

import java.util.List;

/**
 * A virtual server with its real servers, as they are set up.
 *
 * @param service the virtual server
 * @param servers its real servers, in the order in which they are added
 */
public record VirtualServerEntry(VirtualServerConfig service, List<RealServerConfig> servers) {

  /** Copies the list. */
  public VirtualServerEntry {
    servers = List.copyOf(servers);
  }
}
