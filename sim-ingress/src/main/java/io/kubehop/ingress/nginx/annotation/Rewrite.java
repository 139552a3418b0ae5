package io.kubehop.ingress.nginx.annotation;

/**
 * How paths are rewritten and when a client is sent to https (annotations/rewrite).
 *
 * @param target {@code rewrite-target}; empty: none
 * @param sslRedirect whether to redirect to https where a certificate is configured
 * @param forceSslRedirect whether to redirect to https in any case
 * @param preserveTrailingSlash whether such a redirect keeps a final slash
 * @param appRoot where {@code /} is redirected to; empty: nowhere
 * @param useRegex whether paths are expressions
 */
public record Rewrite(
    String target,
    boolean sslRedirect,
    boolean forceSslRedirect,
    boolean preserveTrailingSlash,
    String appRoot,
    boolean useRegex) {

  /** Nothing of it: locations that no Ingress made. */
  public static final Rewrite NONE = new Rewrite("", false, false, false, "", false);

  static Rewrite read(AnnotationReader reader) {
    return new Rewrite(
        reader.textOr("rewrite-target", ""),
        reader.flagOr("ssl-redirect", reader.settings().flag("ssl-redirect", true)),
        reader.flagOr("force-ssl-redirect", reader.settings().flag("force-ssl-redirect", false)),
        reader.flagOr(
            "preserve-trailing-slash", reader.settings().flag("preserve-trailing-slash", false)),
        appRoot(reader),
        reader.flagOr("use-regex", false));
  }

  private static String appRoot(AnnotationReader reader) {
    String root = reader.textOr("app-root", "");
    if (!root.isEmpty() && !root.startsWith("/")) {
      reader.report("app-root", "'" + root + "' is no absolute path and is ignored");
      return "";
    }
    return root;
  }
}
