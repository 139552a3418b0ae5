package io.kubehop.ingress.proxy;

import io.kubehop.core.http.Certificate;
import io.kubehop.core.http.HttpConnection;
import io.kubehop.core.http.HttpExchange;
import io.kubehop.core.http.HttpHandler;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.core.trace.Recorder;

/** Serves clients by passing their requests on as a {@link Router} says. */
public final class ReverseProxy implements HttpHandler {
  private final String name;
  private final Router router;
  private final Resolver resolver;

  /**
   * Makes a proxy.
   *
   * @param name who it is, for the trace, such as {@code ingress-nginx}
   * @param resolver finds the addresses of names that have to be dialled
   */
  public ReverseProxy(String name, Router router, Resolver resolver) {
    this.name = name;
    this.router = router;
    this.resolver = resolver;
  }

  @Override
  public void handle(HttpExchange exchange) {
    HttpConnection connection = exchange.connection();
    Recorder recorder = connection.socket().host().network().recorder();
    ProxyRequest request = new ProxyRequest(exchange, new Explanation(recorder, name));
    new ProxiedExchange(name, router, resolver, request).arrived();
  }

  @Override
  public Certificate certificate(String serverName) {
    return router.certificate(serverName);
  }

  @Override
  public void closed(HttpConnection connection) {
    if (connection.attachment() instanceof ProxiedExchange current) {
      current.abandon();
    }
  }
}
