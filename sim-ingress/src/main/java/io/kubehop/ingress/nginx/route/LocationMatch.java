package io.kubehop.ingress.nginx.route;

import org.jspecify.annotations.Nullable;

/**
 * What the look-up of a location gave.
 *
 * @param kind what it is
 * @param location the location; null for nginx' own pages
 */
public record LocationMatch(Kind kind, @Nullable CompiledLocation location) {
  static final LocationMatch HEALTH = new LocationMatch(Kind.HEALTH, null);
  static final LocationMatch STATUS = new LocationMatch(Kind.STATUS, null);

  /** What can be found. */
  public enum Kind {
    /** A location that takes the request. */
    LOCATION,
    /** A location whose name is the path and a slash: the client is sent there. */
    MISSING_SLASH,
    /** The health check of the catch-all server. */
    HEALTH,
    /** The status page of the catch-all server, which is for nginx' own host. */
    STATUS
  }

  static LocationMatch of(CompiledLocation location) {
    return new LocationMatch(Kind.LOCATION, location);
  }

  static LocationMatch missingSlash(CompiledLocation location) {
    return new LocationMatch(Kind.MISSING_SLASH, location);
  }
}
