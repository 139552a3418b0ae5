package io.kubehop.ingress.nginx.annotation;

/**
 * Which requests the backends of an Ingress take from the same paths of another one
 * (annotations/canary).
 *
 * @param enabled whether the Ingress is a canary at all
 * @param weight how many of {@code weightTotal} requests
 * @param weightTotal 100 or more
 * @param header the header that decides; empty: none
 * @param headerValue the value that the header must have; empty: {@code always} and {@code never}
 *     or the pattern count
 * @param headerPattern the expression that the header must match; empty: none
 * @param cookie the cookie that decides; empty: none
 */
public record Canary(
    boolean enabled,
    int weight,
    int weightTotal,
    String header,
    String headerValue,
    String headerPattern,
    String cookie) {
  /** No canary. */
  public static final Canary NONE = new Canary(false, 0, 100, "", "", "", "");

  static Canary read(AnnotationReader reader) {
    Canary canary =
        new Canary(
            reader.flagOr("canary", false),
            reader.numberOr("canary-weight", 0),
            Math.max(100, reader.numberOr("canary-weight-total", 100)),
            reader.textOr("canary-by-header", ""),
            reader.textOr("canary-by-header-value", ""),
            reader.textOr("canary-by-header-pattern", ""),
            reader.textOr("canary-by-cookie", ""));
    if (!canary.enabled && canary.isConfigured()) {
      reader.report("canary", "the canary annotations have no effect without 'canary: \"true\"'");
    }
    return canary;
  }

  private boolean isConfigured() {
    return weight > 0
        || !header.isEmpty()
        || !headerValue.isEmpty()
        || !headerPattern.isEmpty()
        || !cookie.isEmpty();
  }
}
