package io.kubehop.ingress.nginx.server;

import java.util.Locale;

/** How a path is compared; {@code ImplementationSpecific} has become a prefix by then. */
public enum PathKind {
  /** The whole path. */
  EXACT,
  /** Whole elements from the start. */
  PREFIX;

  /** Reads {@code pathType}. */
  static PathKind of(String pathType) {
    return pathType.equals("Exact") ? EXACT : PREFIX;
  }

  /** {@code Exact} or {@code Prefix}. */
  @Override
  public String toString() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
