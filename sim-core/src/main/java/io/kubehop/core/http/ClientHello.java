package io.kubehop.core.http;

import io.kubehop.core.net.Message;

/**
 * The first message of a client on an encrypted connection (RFC 8446, 4.1.2). What follows is
 * written as if in clear: that it is encrypted is a fact about the connection.
 *
 * @param serverName the name in the server_name extension (RFC 6066, 3); empty if there is none, as
 *     when a client calls an address
 */
public record ClientHello(String serverName) implements Message {

  @Override
  public String inWords() {
    return serverName.isEmpty() ? "TLS without a server name" : "TLS for " + serverName;
  }
}
