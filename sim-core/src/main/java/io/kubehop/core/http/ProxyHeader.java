package io.kubehop.core.http;

import io.kubehop.core.net.Message;
import io.kubehop.core.net.SocketAddress;

/**
 * The line that a load balancer puts before everything else on a connection, so that the server
 * learns who the client is (the PROXY protocol of HAProxy, version 1 or 2).
 *
 * @param source the client
 * @param destination what the client called
 */
public record ProxyHeader(SocketAddress source, SocketAddress destination) implements Message {

  @Override
  public String inWords() {
    return "PROXY " + source + " -> " + destination;
  }
}
