package io.kubehop.core.host;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.RandomStream;

/**
 * Chooses source ports for connections, from net.ipv4.ip_local_port_range. They are drawn, not
 * branched over.
 */
final class Ports {
  private static final int FIRST = 32768;
  private static final int LAST = 60999;

  private final Host host;

  Ports(Host host) {
    this.host = host;
  }

  /** A port from which this host has no connection to the other end. */
  int free(Protocol protocol, IpAddress local, SocketAddress remote) {
    RandomStream stream = host.simulation().random().stream(host.name() + "/ports");
    int count = LAST - FIRST + 1;
    int start = stream.nextInt(count);
    for (int i = 0; i < count; i++) {
      int port = FIRST + (start + i) % count;
      if (!host.sockets().isTaken(protocol, local, port, remote)) {
        return port;
      }
    }
    throw new IllegalStateException(host.name() + " has no free port towards " + remote);
  }
}
