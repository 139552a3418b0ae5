package io.kubehop.ingress.nginx.annotation;

import java.util.Optional;

/**
 * Who may make requests.
 *
 * @param deny clients that may not
 * @param allow clients that may; empty: all
 * @param basic users that may; absent: no user is asked for
 * @param external a service that decides; absent: none
 * @param any whether one of the three is enough ({@code satisfy: any})
 */
public record Access(
    SourceRanges deny,
    SourceRanges allow,
    Optional<BasicAuth> basic,
    Optional<ExternalAuth> external,
    boolean any) {
  /** Everybody may. */
  public static final Access OPEN =
      new Access(SourceRanges.NONE, SourceRanges.NONE, Optional.empty(), Optional.empty(), false);

  static Access read(AnnotationReader reader)
      throws InvalidAnnotationException, LocationDeniedException {
    return new Access(
        SourceRanges.read(reader, "denylist-source-range", "denylist-source-range"),
        SourceRanges.read(reader, "allowlist-source-range", "whitelist-source-range"),
        BasicAuth.read(reader),
        external(reader),
        reader.textOr("satisfy", "").equals("any"));
  }

  /** The annotation goes over the ConfigMap. */
  private static Optional<ExternalAuth> external(AnnotationReader reader)
      throws InvalidAnnotationException, LocationDeniedException {
    Optional<ExternalAuth> own = ExternalAuth.read(reader);
    return own.isEmpty() && reader.flagOr("enable-global-auth", true)
        ? ExternalAuth.global(reader.settings())
        : own;
  }
}
