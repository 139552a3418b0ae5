package io.kubehop.ingress.nginx.annotation;

/**
 * Where requests are redirected to (annotations/redirect).
 *
 * @param url the whole {@code Location}; empty: nowhere
 * @param code the status
 * @param fromToWww whether the name with, or without, {@code www.} is redirected to the host
 * @param relative whether redirects that nginx makes up by itself name no host
 */
public record Redirect(String url, int code, boolean fromToWww, boolean relative) {
  /** No redirect. */
  public static final Redirect NONE = new Redirect("", 0, false, false);

  static Redirect read(AnnotationReader reader) throws InvalidAnnotationException {
    boolean fromToWww = reader.requireFlag("from-to-www-redirect");
    boolean relative = reader.requireFlag("relative-redirects");
    String temporal = reader.requireText("temporal-redirect").orElse("");
    if (!temporal.isEmpty()) {
      int code = within(reader.requireNumber("temporal-redirect-code"), 307, 302);
      if (isUrl(temporal)) {
        return new Redirect(temporal, code, fromToWww, relative);
      }
      reader.report("temporal-redirect", "'" + temporal + "' is neither http nor https");
      return NONE;
    }
    String permanent = reader.requireText("permanent-redirect").orElse("");
    int code = within(reader.requireNumber("permanent-redirect-code"), 308, 301);
    return new Redirect(permanent, permanent.isEmpty() ? 0 : code, fromToWww, relative);
  }

  private static int within(int code, int last, int otherwise) {
    return code >= 300 && code <= last ? code : otherwise;
  }

  private static boolean isUrl(String text) {
    return text.startsWith("http") && text.indexOf(':') > 0;
  }
}
