package io.kubehop.service.policy;

import io.kubehop.core.net.IpAddress;
import java.util.List;
import java.util.Map;

/**
 * One rule: with whom, on which ports.
 *
 * @param peers the other sides
 * @param ports the ports; empty: all, of all protocols
 */
record Allowance(Peers peers, List<AllowedPort> ports) {

  boolean allows(IpAddress peer, int protocol, int port, Map<String, List<Integer>> named) {
    return peers.include(peer)
        && (ports.isEmpty()
            || ports.stream().anyMatch(each -> each.includes(protocol, port, named)));
  }
}
