package io.kubehop.core.http;

/**
 * A request that waits for its answer.
 *
 * @param connection the connection that it came by
 * @param request the request
 */
public record HttpExchange(HttpConnection connection, HttpRequest request) {

  /** Answers, and closes the connection if either side wants it. */
  public void respond(HttpResponse response) {
    connection.socket().send(response);
    if (request.endsConnection()
        || "close".equalsIgnoreCase(response.headers().first("Connection"))) {
      connection.socket().close();
    }
  }
}
