package io.kubehop.dns.kubernetes;

import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import java.util.List;

/**
 * A port of a Service or of endpoints.
 *
 * @param name the name; may be empty
 * @param protocol such as {@code TCP}
 * @param number the number; {@link #UNKNOWN} if there is none
 */
record NamedPort(String name, String protocol, int number) {
  /** The number of a port that has none: it gives addresses, but no SRV record. */
  static final int UNKNOWN = -1;

  /** Stands for the ports of what has no port at all. */
  static final NamedPort NONE = new NamedPort("", "", UNKNOWN);

  static List<NamedPort> of(EndpointSlice slice) {
    return slice.ports().isEmpty()
        ? List.of(NONE)
        : slice.ports().stream().map(NamedPort::of).toList();
  }

  private static NamedPort of(EndpointPort port) {
    return new NamedPort(port.name(), port.protocol(), port.port().orElse(UNKNOWN));
  }

  /** Whether a request for a port and a protocol, either of which may be empty, means this one. */
  boolean isMeant(String wantedName, String wantedProtocol) {
    return (wantedName.isEmpty() || wantedName.equalsIgnoreCase(name))
        && (wantedProtocol.isEmpty() || wantedProtocol.equalsIgnoreCase(protocol));
  }
}
