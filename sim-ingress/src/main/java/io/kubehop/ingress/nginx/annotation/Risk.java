package io.kubehop.ingress.nginx.annotation;

import java.util.Locale;

/**
 * How much harm an annotation can do. An Ingress with one above {@code annotations-risk-level} is
 * not served at all.
 */
enum Risk {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** Reads the setting; anything unknown means the lowest level, as in the controller. */
  static Risk ofSetting(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "critical" -> CRITICAL;
      case "high" -> HIGH;
      case "medium" -> MEDIUM;
      default -> LOW;
    };
  }

  @Override
  public String toString() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
