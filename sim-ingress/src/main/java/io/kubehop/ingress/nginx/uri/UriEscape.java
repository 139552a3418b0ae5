package io.kubehop.ingress.nginx.uri;

import java.util.Locale;

/** How nginx escapes a path that it has changed before it sends it on (ngx_escape_uri). */
public final class UriEscape {
  private static final String UNSAFE_IN_URI = " \"#%<>?\\^`{|}";
  private static final String UNSAFE_IN_ARGUMENTS = UNSAFE_IN_URI + "&+;";

  private UriEscape() {}

  /** Escapes a path, a character for each byte. */
  public static String path(String path) {
    return escape(path, UNSAFE_IN_URI);
  }

  /** Escapes a part of a query. */
  public static String argument(String text) {
    return escape(text, UNSAFE_IN_ARGUMENTS);
  }

  /** Escapes a text that becomes the value of a parameter (set_escape_uri of OpenResty). */
  public static String component(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (plain || "-._~".indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return escaped.toString();
  }

  private static String escape(String text, String unsafe) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f || unsafe.indexOf(c) >= 0) {
        escaped = escaped == null ? new StringBuilder(text.substring(0, i)) : escaped;
        escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else if (escaped != null) {
        escaped.append(c);
      }
    }
    return escaped == null ? text : escaped.toString();
  }
}
