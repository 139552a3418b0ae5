package io.kubehop.ingress.nginx.phase;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the question of {@code auth-url} goes.
 *
 * @param tls whether it is encrypted
 * @param host a name or an address
 * @param port the port
 * @param path path and query
 */
record AuthTarget(boolean tls, String host, int port, String path) {

  static @Nullable AuthTarget parse(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      return null;
    }
    if (uri.getScheme() == null || uri.getHost() == null) {
      return null;
    }
    boolean tls = uri.getScheme().equals("https");
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new AuthTarget(tls, uri.getHost(), port, path + query);
  }
}
