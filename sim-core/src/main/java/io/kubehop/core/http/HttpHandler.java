package io.kubehop.core.http;

import java.util.List;

/**
 * What a server does with requests. One handler serves many connections; what it remembers must be
 * journalled.
 */
@FunctionalInterface
public interface HttpHandler {

  /** Answers a request, now or later, by {@link HttpExchange#respond}. */
  void handle(HttpExchange exchange);

  /**
   * The certificate for a connection.
   *
   * @param serverName the name that the client asks for, or empty
   */
  default Certificate certificate(String serverName) {
    return new Certificate("self-signed", List.of(serverName));
  }

  /** The client has closed the connection, or it broke. */
  default void closed(HttpConnection connection) {}
}
