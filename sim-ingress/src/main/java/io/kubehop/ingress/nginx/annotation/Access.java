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
 * @param globalAuth whether the service of the ConfigMap is asked
 */
public record Access(
    SourceRanges deny,
    SourceRanges allow,
    Optional<BasicAuth> basic,
    Optional<ExternalAuth> external,
    boolean any,
    boolean globalAuth) {
  /** Everybody may. */
  public static final Access OPEN =
      new Access(
          SourceRanges.NONE, SourceRanges.NONE, Optional.empty(), Optional.empty(), false, true);

  static Access read(AnnotationReader reader)
      throws InvalidAnnotationException, LocationDeniedException {
    return new Access(
        SourceRanges.read(reader, "denylist-source-range", "denylist-source-range"),
        SourceRanges.read(reader, "allowlist-source-range", "whitelist-source-range"),
        BasicAuth.read(reader),
        ExternalAuth.read(reader),
        reader.textOr("satisfy", "").equals("any"),
        reader.flagOr("enable-global-auth", true));
  }
}
