package io.kubehop.service.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of an unquoted YAML scalar means: YAML 1.1 as {@code kubectl} reads it, that is as
 * go-yaml v2 resolves it (goyaml.v2/resolve.go of sigs.k8s.io/yaml). So {@code yes} and {@code On}
 * are truth values, {@code 0777} is octal, {@code 1_000} is a thousand, and times of day and dates
 * stay texts.
 */
final class ScalarValues {
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final int MOST_DIGITS = 400;

  private ScalarValues() {}

  /** Returns what an unquoted text without a tag is. */
  static SourceScalar.Kind kindOf(String text) {
    if (text.isEmpty()) {
      return SourceScalar.Kind.NULL;
    }
    char first = text.charAt(0);
    if (first == '+' || first == '-' || first == '.' || (first >= '0' && first <= '9')) {
      return kindOfNumberLike(text);
    }
    return switch (text) {
      case "~", "null", "Null", "NULL" -> SourceScalar.Kind.NULL;
      case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ->
          SourceScalar.Kind.BOOLEAN;
      case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
          SourceScalar.Kind.BOOLEAN;
      default -> SourceScalar.Kind.TEXT;
    };
  }

  private static SourceScalar.Kind kindOfNumberLike(String text) {
    String plain = text.replace("_", "");
    if (INTEGER.matcher(plain).matches()) {
      return SourceScalar.Kind.INTEGER;
    }
    if (isSpecialFloat(text)
        || (FLOAT.matcher(plain).matches() && !Double.isInfinite(Double.parseDouble(plain)))) {
      return SourceScalar.Kind.FLOAT;
    }
    return SourceScalar.Kind.TEXT;
  }

  private static boolean isSpecialFloat(String text) {
    return switch (text) {
      case ".nan", ".NaN", ".NAN" -> true;
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> true;
      default -> false;
    };
  }

  /** Returns whether a text is one of those that only go-yaml reads as truth values. */
  static boolean isLetterOfTruth(String text) {
    return switch (text) {
      case "y", "Y", "n", "N" -> true;
      default -> false;
    };
  }

  /** Returns whether a scalar is true. */
  static boolean isTrue(SourceScalar scalar) {
    char first = scalar.text().charAt(0);
    return first == 't' || first == 'T' || first == 'y' || first == 'Y' || isOn(scalar.text());
  }

  private static boolean isOn(String text) {
    return text.toLowerCase(Locale.ROOT).equals("on");
  }

  static @Nullable BigInteger integer(SourceScalar scalar) {
    return switch (scalar.kind()) {
      case INTEGER -> parseInteger(scalar.text().replace("_", ""));
      case FLOAT -> wholeFloat(scalar.text());
      default -> null;
    };
  }

  private static BigInteger parseInteger(String text) {
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    String digits = signed ? text.substring(1) : text;
    BigInteger value = parseDigits(digits.toLowerCase(Locale.ROOT));
    return text.charAt(0) == '-' ? value.negate() : value;
  }

  private static BigInteger parseDigits(String digits) {
    if (digits.startsWith("0x")) {
      return new BigInteger(digits.substring(2), 16);
    }
    if (digits.startsWith("0b")) {
      return new BigInteger(digits.substring(2), 2);
    }
    if (digits.startsWith("0o")) {
      return new BigInteger(digits.substring(2), 8);
    }
    return new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
  }

  private static @Nullable BigInteger wholeFloat(String text) {
    if (isSpecialFloat(text)) {
      return null;
    }
    BigDecimal value = new BigDecimal(text.replace("_", "")).stripTrailingZeros();
    boolean whole = value.scale() <= 0 && value.precision() - value.scale() <= MOST_DIGITS;
    return whole ? value.toBigInteger() : null;
  }

  /** Returns the value of a float; that of the special ones too. */
  static double number(String text) {
    if (!isSpecialFloat(text)) {
      return Double.parseDouble(text.replace("_", ""));
    }
    if (text.toLowerCase(Locale.ROOT).endsWith("nan")) {
      return Double.NaN;
    }
    return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  static @Nullable Object plain(SourceScalar scalar) {
    BigInteger whole = integer(scalar);
    if (whole != null) {
      return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
    return switch (scalar.kind()) {
      case TEXT, INTEGER -> scalar.text();
      case FLOAT -> number(scalar.text());
      case BOOLEAN -> isTrue(scalar);
      case NULL -> null;
    };
  }
}
