package io.kubehop.service.policy;

import io.kubehop.core.net.Protocol;
import io.kubehop.service.api.NetworkPolicyPort;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ports that a rule allows.
 *
 * @param protocol the protocol
 * @param name the name of a container port of the Pod that is called; empty: by number
 * @param first the first port
 * @param last the last port
 */
record AllowedPort(Protocol protocol, String name, int first, int last) {
  private static final int LAST = 65535;

  static AllowedPort of(NetworkPolicyPort port) {
    Protocol protocol = Protocol.valueOf(port.protocol().toUpperCase(Locale.ROOT));
    if (port.port().isEmpty()) {
      return new AllowedPort(protocol, "", 0, LAST);
    }
    if (!port.port().get().isInt()) {
      return new AllowedPort(protocol, port.port().get().stringValue(), 0, 0);
    }
    int number = port.port().get().intValue();
    return new AllowedPort(protocol, "", number, port.endPort().orElse(number));
  }

  /**
   * Whether a packet goes to one of them.
   *
   * @param named the ports of the Pod that is called, by protocol and name
   */
  boolean includes(int packetProtocol, int port, Map<String, List<Integer>> named) {
    if (protocol.number() != packetProtocol) {
      return false;
    }
    return name.isEmpty()
        ? first <= port && port <= last
        : named.getOrDefault(protocol + "/" + name, List.of()).contains(port);
  }
}
