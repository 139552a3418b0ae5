package io.kubehop.ingress.nginx.uri;

import org.jspecify.annotations.Nullable;

/**
 * A request target as nginx takes it apart (ngx_http_parse_complex_uri): the path with escapes
 * decoded once, slashes merged and dots resolved, and the query as it was sent.
 *
 * @param path what locations are compared with, a character for each byte
 * @param query what follows the first question mark, without a fragment; null if there is none
 */
public record RequestUri(String path, @Nullable String query) {

  /**
   * Takes a target apart.
   *
   * @throws BadRequest if nginx would answer 400
   */
  public static RequestUri parse(String target) throws BadRequest {
    return new PathParser(Latin1.bytesOf(target)).parse();
  }

  /** {@code ?query}, or nothing. */
  public String querySuffix() {
    return query == null || query.isEmpty() ? "" : "?" + query;
  }
}
