package io.kubehop.ingress.nginx.annotation;

/**
 * The cookie of {@link SessionAffinity}.
 *
 * @param name its name
 * @param expires seconds until it expires, for {@code Expires}; empty: none
 * @param maxAge seconds, for {@code Max-Age}; empty: none
 * @param path its path; empty: that of the rule
 * @param domain its domain; empty: none
 * @param sameSite its {@code SameSite}; empty: none
 * @param secure whether it is for https alone also when the request came by http
 * @param changeOnFailure whether a failed attempt moves the client to another pod for good
 */
public record StickyCookie(
    String name,
    String expires,
    String maxAge,
    String path,
    String domain,
    String sameSite,
    boolean secure,
    boolean changeOnFailure) {

  static StickyCookie read(AnnotationReader reader) {
    return new StickyCookie(
        reader.textOr("session-cookie-name", "INGRESSCOOKIE"),
        reader.textOr("session-cookie-expires", ""),
        reader.textOr("session-cookie-max-age", ""),
        reader.textOr("session-cookie-path", ""),
        reader.textOr("session-cookie-domain", ""),
        reader.textOr("session-cookie-samesite", ""),
        reader.flagOr("session-cookie-secure", false),
        reader.flagOr("session-cookie-change-on-failure", false));
  }
}
