package io.kubehop.scenarios.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Writes times in fixed units, so that they line up and compare. */
public final class Times {
  private Times() {}

  /** Seconds with three places, such as {@code 2.000s}. */
  public static String seconds(Duration time) {
    return scaled(time.toNanos(), 9) + "s";
  }

  /** Milliseconds with three places, such as {@code 0.120ms}. */
  public static String milliseconds(long nanos) {
    return scaled(nanos, 6) + "ms";
  }

  /** Milliseconds to the right of a column of nine characters. */
  static String aligned(long nanos) {
    String text = milliseconds(nanos);
    return " ".repeat(Math.max(0, 9 - text.length())) + text;
  }

  private static String scaled(long nanos, int places) {
    return BigDecimal.valueOf(nanos, places).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }
}
