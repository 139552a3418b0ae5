package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;

/**
 * An endpoint that was chosen.
 *
 * @param endpoint the endpoint
 * @param cookie the key that a sticky client is to bring back; empty: none
 */
public record Pick(SocketAddress endpoint, String cookie) {

  static Pick of(SocketAddress endpoint) {
    return new Pick(endpoint, "");
  }
}
