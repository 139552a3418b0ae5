package io.kubehop.ingress.nginx.uri;

import java.util.Locale;

/**
 * The name in a {@code Host} header as nginx reads it (ngx_http_validate_host): the port and one
 * final dot are cut off, and case is ignored.
 */
public final class HostName {

  private HostName() {}

  /**
   * Returns the name in lower case.
   *
   * @throws BadRequest if the header is malformed
   */
  public static String parse(String header) throws BadRequest {
    int length = header.length();
    int end = length;
    int lastDot = length;
    boolean literal = false;
    boolean rest = false;
    for (int i = 0; i < length; i++) {
      char c = header.charAt(i);
      if (c == '.') {
        if (lastDot == i - 1) {
          throw new BadRequest("the Host header '" + header + "' has two dots in a row");
        }
        lastDot = i;
      } else if (c == ':' && !literal && !rest) {
        end = i;
        rest = true;
      } else if (c == '[' && i == 0) {
        literal = true;
      } else if (c == ']' && literal && !rest) {
        end = i + 1;
        rest = true;
      } else if (c == '/' || c <= ' ' || c == 0x7f) {
        throw new BadRequest("the Host header '" + header + "' has a character that no name has");
      }
    }
    if (lastDot == end - 1) {
      end--;
    }
    if (end == 0) {
      throw new BadRequest("the Host header is empty");
    }
    return header.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
