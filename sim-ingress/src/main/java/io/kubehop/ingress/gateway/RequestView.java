package io.kubehop.ingress.gateway;

import io.kubehop.core.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at in a request.
 *
 * @param host the host in lower case, without port
 * @param request the request
 */
record RequestView(String host, HttpRequest request) {

  static RequestView of(HttpRequest request) {
    String header = request.host();
    String host = header == null ? "" : header;
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon >= 0 && colon > host.indexOf(']');
    return new RequestView(
        (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT), request);
  }

  String path() {
    return request.path();
  }

  /** The first value of a parameter of the query; null if there is none. */
  @Nullable String parameter(String name) {
    String query = request.query();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (decoded(key).equals(name)) {
        return equals < 0 ? "" : decoded(pair.substring(equals + 1));
      }
    }
    return null;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
