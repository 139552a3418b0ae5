package io.kubehop.core.http;

import io.kubehop.core.net.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response (RFC 9112, 4).
 *
 * @param status the status code
 * @param headers the header fields
 * @param body what it carries, an immutable value: an {@link HttpEcho} where a plain server
 *     answered, else a text; null if nothing
 * @param relays what the proxies on the way say of themselves, the one next to the client first
 */
public record HttpResponse(
    int status, HttpHeaders headers, @Nullable Object body, List<Relay> relays) implements Message {

  /** Copies the list. */
  public HttpResponse {
    relays = List.copyOf(relays);
  }

  /** A response that no proxy has touched. */
  public HttpResponse(int status, HttpHeaders headers, @Nullable Object body) {
    this(status, headers, body, List.of());
  }

  /** This response after a proxy passed it on. */
  public HttpResponse through(Relay relay) {
    List<Relay> all = new ArrayList<>();
    all.add(relay);
    all.addAll(relays);
    return new HttpResponse(status, headers, body, all);
  }

  /** This response with other header fields. */
  public HttpResponse withHeaders(HttpHeaders other) {
    return new HttpResponse(status, other, body, relays);
  }

  /** This response with another status. */
  public HttpResponse withStatus(int other) {
    return new HttpResponse(other, headers, body, relays);
  }

  /** What the endpoint saw, if a plain server answered; else null. */
  public @Nullable HttpEcho echo() {
    return body instanceof HttpEcho echo ? echo : null;
  }

  /** Whether a proxy answered by itself. */
  public boolean isOfProxy() {
    return !relays.isEmpty() && relays.get(relays.size() - 1).answered();
  }

  @Override
  public String inWords() {
    return "HTTP " + this;
  }

  /** {@code 308 Location: https://shop.example.com}. */
  @Override
  public String toString() {
    String location = headers.first("Location");
    return status + (location == null ? "" : " Location: " + location);
  }
}
