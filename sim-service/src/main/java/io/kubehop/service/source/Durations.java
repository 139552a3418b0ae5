package io.kubehop.service.source;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as Go writes them, and so Kubernetes: one or more numbers with a unit, such as {@code
 * 1500ms}, {@code 2s}, {@code 1m30s} or {@code 0.5s}; {@code 0} alone is allowed.
 */
public final class Durations {
  private static final Pattern WHOLE =
      Pattern.compile("(?:[0-9]+(?:\\.[0-9]+)?(?:ns|us|µs|ms|s|m|h))+");
  private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ns|us|µs|ms|s|m|h)");
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private Durations() {}

  /**
   * Returns the duration that a text means, exact to the nanosecond.
   *
   * @throws IllegalArgumentException if it means none, or one that is negative or longer than 292
   *     years, with the reason
   */
  public static Duration parse(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    if (text.startsWith("-") && WHOLE.matcher(text.substring(1)).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is negative; a duration is at least 0s");
    }
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a duration such as 1500ms, 2s or 1m");
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher parts = PART.matcher(text);
    while (parts.find()) {
      nanos = nanos.add(new BigDecimal(parts.group(1)).multiply(nanosOf(parts.group(2))));
    }
    if (nanos.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("\"" + text + "\" is too long; the limit is 292 years");
    }
    return Duration.ofNanos(nanos.longValue());
  }

  /** Returns the text of a duration as Go writes it, such as {@code 1m30s} or {@code 1.5s}. */
  public static String format(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.isZero() ? "0s" : trimmed(duration.toNanos(), 1_000_000L) + "ms";
    }
    String hours = duration.toHours() > 0 ? duration.toHours() + "h" : "";
    String minutes = duration.toMinutes() > 0 ? duration.toMinutesPart() + "m" : "";
    long nanos = duration.minusMinutes(duration.toMinutes()).toNanos();
    return hours + minutes + trimmed(nanos, 1_000_000_000L) + "s";
  }

  private static String trimmed(long nanos, long unit) {
    BigDecimal value = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit));
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal nanosOf(String unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case "ns" -> 1L;
          case "us", "µs" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          default -> 3_600_000_000_000L;
        });
  }
}
