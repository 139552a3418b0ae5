package io.kubehop.dns.chain;

import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;

/**
 * How a query came to the server.
 *
 * @param protocol UDP or TCP
 * @param client who asked, as the server sees it
 * @param server the server's address that was asked
 */
public record Exchange(Protocol protocol, SocketAddress client, SocketAddress server) {

  /** Whether it came over TCP. */
  public boolean isTcp() {
    return protocol == Protocol.TCP;
  }
}
