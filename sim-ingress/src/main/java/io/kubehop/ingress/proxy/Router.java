package io.kubehop.ingress.proxy;

import io.kubehop.core.http.Certificate;

/** How a proxy decides. What it remembers of requests must be journalled. */
public interface Router {

  /** What is to become of a request. */
  Decision decide(ProxyRequest request);

  /** The certificate for a client that asks for a name, or for none (empty). */
  Certificate certificate(String serverName);

  /** The request is over: answered, or given up by its client. */
  default void finished(ProxyRequest request) {}
}
