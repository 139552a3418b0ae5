package io.kubehop.ingress.proxy;

import io.kubehop.core.http.ClientHello;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one request is passed on. */
public interface ForwardPlan {

  /** The name that has to be resolved before the first attempt; null if none has to be. */
  default @Nullable String name() {
    return null;
  }

  /** The addresses of the name; empty if it did not resolve. */
  default void resolved(List<IpAddress> addresses) {}

  /**
   * The endpoint for the next attempt; null if there is none.
   *
   * @param tried the endpoints that failed, in order
   */
  @Nullable SocketAddress next(List<SocketAddress> tried);

  /** How encryption begins; null for a connection in clear. */
  @Nullable ClientHello tls();

  /** How long an attempt may take, and what makes for another one. */
  Attempts attempts();

  /** The answer of the backend as the client gets it. */
  default HttpResponse amend(HttpResponse response) {
    return response;
  }

  /**
   * What to do in place of handing on a status; null to hand it on.
   *
   * @param status the status
   * @param ofBackend whether a backend answered so; otherwise the proxy would, as no backend could
   */
  default @Nullable Decision instead(int status, boolean ofBackend) {
    return null;
  }

  /**
   * The answer of an endpoint has begun.
   *
   * @param endpoint the endpoint
   * @param nanos how long it took since the attempt began
   */
  default void answered(SocketAddress endpoint, long nanos) {}
}
