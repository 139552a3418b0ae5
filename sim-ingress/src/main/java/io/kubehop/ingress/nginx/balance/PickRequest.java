package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.net.SocketAddress;
import java.util.List;
import java.util.function.Function;

/**
 * What a balancer may ask of a request.
 *
 * @param headers the client's header fields
 * @param variables the value of each variable of nginx; empty where there is none
 * @param tried the endpoints that failed, in order
 */
public record PickRequest(
    HttpHeaders headers, Function<String, String> variables, List<SocketAddress> tried) {

  /** Whether an attempt has failed before. */
  boolean isRetry() {
    return !tried.isEmpty();
  }
}
