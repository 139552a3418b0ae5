package io.kubehop.scenarios.load;

import io.kubehop.core.app.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/**
 * Connections of a load that failed for one reason.
 *
 * @param outcome how they ended
 * @param cause why, in one line
 * @param count how many
 * @param first when the first of them began, in virtual time
 * @param last when the last of them began, in virtual time
 */
public record FailureWindow(
    Outcome outcome, String cause, int count, Duration first, Duration last) {

  /** A time in seconds with as many places as it needs, three at most: {@code 12.4 s}. */
  public static String seconds(Duration time) {
    BigDecimal rounded = BigDecimal.valueOf(time.toNanos(), 9).setScale(3, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString() + " s";
  }

  /** {@code 12 refused from 12.1 s to 12.35 s: endpoint 10.244.1.7:8080 had ended}. */
  @Override
  public String toString() {
    String when =
        first.equals(last)
            ? "at " + seconds(first)
            : "from " + seconds(first) + " to " + seconds(last);
    return String.format(Locale.ROOT, "%,d %s %s: %s", count, outcome, when, cause);
  }
}
