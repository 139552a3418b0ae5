package io.kubehop.scenarios.trace;

import io.kubehop.core.time.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes probabilities for people. */
public final class Shares {
  private Shares() {}

  /** Per cent with two places, without noughts at the end: {@code 50 %}, {@code 33.33 %}. */
  public static String percent(Share share) {
    BigDecimal percent =
        new BigDecimal(share.numerator())
            .multiply(BigDecimal.valueOf(100))
            .divide(new BigDecimal(share.denominator()), 2, RoundingMode.HALF_UP);
    BigDecimal plain = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
    return plain.toPlainString() + " %";
  }
}
