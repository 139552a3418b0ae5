package io.kubehop.core.time;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact probability, as a fraction in lowest terms. The kernel's choices are fractions of powers
 * of two, route weights are not; both add up exactly here.
 *
 * @param numerator from 0 to the denominator
 * @param denominator greater than 0
 */
public record Share(BigInteger numerator, BigInteger denominator) implements Comparable<Share> {

  /** Never. */
  public static final Share ZERO = new Share(BigInteger.ZERO, BigInteger.ONE);

  /** Always. */
  public static final Share ONE = new Share(BigInteger.ONE, BigInteger.ONE);

  /** Reduces the fraction to lowest terms. */
  public Share {
    if (denominator.signum() <= 0 || numerator.signum() < 0) {
      throw new IllegalArgumentException(numerator + "/" + denominator + " is not a probability");
    }
    BigInteger common = numerator.gcd(denominator);
    if (!common.equals(BigInteger.ONE)) {
      numerator = numerator.divide(common);
      denominator = denominator.divide(common);
    }
  }

  /** The fraction of two whole numbers. */
  public static Share of(long numerator, long denominator) {
    return new Share(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The probability of either of two exclusive events. */
  public Share plus(Share other) {
    return new Share(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** The probability of both of two independent events. */
  public Share times(Share other) {
    return new Share(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** The nearest {@code double}. */
  public double toDouble() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
        .doubleValue();
  }

  @Override
  public int compareTo(Share other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
