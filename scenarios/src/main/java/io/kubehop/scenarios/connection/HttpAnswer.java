package io.kubehop.scenarios.connection;

import io.kubehop.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * What an HTTP exchange brought.
 *
 * @param status the status that the client got
 * @param backend the Service and port that a rule of a proxy chose, such as {@code shop/cart:80}
 * @param path the path as the endpoint saw it; absent if none answered
 * @param location the target of a redirect
 * @param requestHeaders the headers as the endpoint saw them; none if none answered
 * @param responseHeaders the headers as the client got them
 * @param reasons why proxies decided as they did, a line each
 */
public record HttpAnswer(
    int status,
    Optional<String> backend,
    Optional<String> path,
    Optional<String> location,
    HttpHeaders requestHeaders,
    HttpHeaders responseHeaders,
    List<String> reasons) {

  /** Copies the list. */
  public HttpAnswer {
    reasons = List.copyOf(reasons);
  }
}
