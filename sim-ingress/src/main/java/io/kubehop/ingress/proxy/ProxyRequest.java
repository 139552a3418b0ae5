package io.kubehop.ingress.proxy;

import io.kubehop.core.http.HttpExchange;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.core.net.SocketAddress;

/**
 * A request that a proxy has to decide on.
 *
 * @param exchange the exchange with the client
 * @param explanation takes down why it is decided so
 */
public record ProxyRequest(HttpExchange exchange, Explanation explanation) {

  /** The request as the client sent it. */
  public HttpRequest request() {
    return exchange.request();
  }

  /** Whether the client's connection is encrypted. */
  public boolean isTls() {
    return exchange.connection().isTls();
  }

  /** The client's end, as far as the proxy can tell from the connection. */
  public SocketAddress client() {
    return exchange.connection().client();
  }

  /** The port at which the client's connection arrived. */
  public int localPort() {
    return exchange.connection().socket().local().port();
  }
}
