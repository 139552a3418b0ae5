package io.kubehop.ingress.nginx.annotation;

/**
 * How a client keeps its pod by a cookie (annotations/sessionaffinity).
 *
 * @param byCookie whether there is affinity at all
 * @param persistent whether the cookie names the pod; otherwise the pod is found by hashing, and
 *     some clients move when pods are added
 * @param legacyCanary whether canary rules decide before the cookie
 * @param cookie the cookie
 */
public record SessionAffinity(
    boolean byCookie, boolean persistent, boolean legacyCanary, StickyCookie cookie) {
  /** No affinity. */
  public static final SessionAffinity NONE =
      new SessionAffinity(
          false, false, false, new StickyCookie("INGRESSCOOKIE", "", "", "", "", "", false, false));

  static SessionAffinity read(AnnotationReader reader) {
    return new SessionAffinity(
        reader.textOr("affinity", "").equals("cookie"),
        reader.textOr("affinity-mode", "").equals("persistent"),
        reader.textOr("affinity-canary-behavior", "").equals("legacy"),
        StickyCookie.read(reader));
  }
}
