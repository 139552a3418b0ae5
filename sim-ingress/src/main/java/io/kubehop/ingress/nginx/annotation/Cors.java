package io.kubehop.ingress.nginx.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cross-origin resource sharing (annotations/cors).
 *
 * @param origins who may ask; {@code *}: everybody
 * @param methods {@code Access-Control-Allow-Methods}
 * @param headers {@code Access-Control-Allow-Headers}
 * @param credentials {@code Access-Control-Allow-Credentials}
 * @param exposeHeaders {@code Access-Control-Expose-Headers}; empty: none
 * @param maxAge {@code Access-Control-Max-Age} in seconds
 */
public record Cors(
    List<String> origins,
    String methods,
    String headers,
    boolean credentials,
    String exposeHeaders,
    int maxAge) {
  private static final String METHODS = "GET, PUT, POST, DELETE, PATCH, OPTIONS";
  private static final String HEADERS =
      "DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,"
          + "Content-Type,Range,Authorization";
  private static final Pattern ORIGIN =
      Pattern.compile("([a-z]+://(\\*\\.)?[A-Za-z0-9\\-.]*(:\\d+)?|\\*|null)?");
  private static final int MAX_AGE = 1728000;

  /** Copies the list. */
  public Cors {
    origins = List.copyOf(origins);
  }

  static Optional<Cors> read(AnnotationReader reader) {
    if (!reader.flagOr("enable-cors", false)) {
      return Optional.empty();
    }
    return Optional.of(
        new Cors(
            origins(reader),
            reader.textOr("cors-allow-methods", METHODS),
            reader.textOr("cors-allow-headers", HEADERS),
            reader.flagOr("cors-allow-credentials", true),
            reader.textOr("cors-expose-headers", ""),
            reader.numberOr("cors-max-age", MAX_AGE)));
  }

  private static List<String> origins(AnnotationReader reader) {
    List<String> origins = new ArrayList<>();
    for (String text : reader.textOr("cors-allow-origin", "*").split(",", -1)) {
      String origin = text.trim();
      if (origin.equals("*")) {
        return List.of("*");
      }
      if (!origin.isEmpty() && ORIGIN.matcher(origin).matches()) {
        origins.add(origin);
      } else if (!origin.isEmpty()) {
        reader.report("cors-allow-origin", "'" + origin + "' is no origin and is left out");
      }
    }
    return origins;
  }

  /** Whether an origin may ask. */
  public boolean allows(String origin) {
    return origins.stream().anyMatch(allowed -> isAllowed(allowed, origin));
  }

  /** A star stands for one label, and what precedes a match does not matter (buildOriginRegex). */
  private static boolean isAllowed(String allowed, String origin) {
    if (allowed.equals("*")) {
      return true;
    }
    int star = allowed.indexOf('*');
    String regex =
        star < 0
            ? Pattern.quote(allowed)
            : Pattern.quote(allowed.substring(0, star))
                + "[A-Za-z0-9-]+"
                + Pattern.quote(allowed.substring(star + 1));
    return Pattern.compile("(" + regex + ")$", Pattern.CASE_INSENSITIVE).matcher(origin).find();
  }
}
