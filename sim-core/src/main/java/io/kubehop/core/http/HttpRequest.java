package io.kubehop.core.http;

import io.kubehop.core.net.Message;
import org.jspecify.annotations.Nullable;

/**
 * A request (RFC 9112, 3). Of its body only the length counts, which {@code Content-Length} says.
 *
 * @param method the method as it was written, such as {@code GET}
 * @param target the request target as it was written: path and query, not decoded
 * @param headers the header fields
 */
public record HttpRequest(String method, String target, HttpHeaders headers) implements Message {

  /** A GET request for a host and a target. */
  public static HttpRequest get(String host, String target) {
    return new HttpRequest("GET", target, HttpHeaders.of("Host", host));
  }

  /** The {@code Host} field, or null. */
  public @Nullable String host() {
    return headers.first("Host");
  }

  /** The target without the query. */
  public String path() {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  /** What follows the first question mark; null if there is none. */
  public @Nullable String query() {
    int question = target.indexOf('?');
    return question < 0 ? null : target.substring(question + 1);
  }

  /** This request with another target. */
  public HttpRequest withTarget(String other) {
    return new HttpRequest(method, other, headers);
  }

  /** This request with other header fields. */
  public HttpRequest withHeaders(HttpHeaders other) {
    return new HttpRequest(method, target, other);
  }

  /** Whether the connection ends with the answer. */
  public boolean endsConnection() {
    return "close".equalsIgnoreCase(headers.first("Connection"));
  }

  @Override
  public String inWords() {
    return toString();
  }

  /** {@code GET /cart (shop.example.com)}. */
  @Override
  public String toString() {
    String host = host();
    return method + " " + target + (host == null ? "" : " (" + host + ")");
  }
}
