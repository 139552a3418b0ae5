package io.kubehop.core.netfilter.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Numbers in rules: decimal, hexadecimal after {@code 0x}, octal after {@code 0} (strtoul with base
 * 0).
 */
final class NumberText {
  private NumberText() {}

  /** A number from 0 to a largest. */
  static long read(Word word, long most, String what) {
    return read(word, word.text(), 0, most, what);
  }

  /** A part of a word as a number. */
  static long read(Word word, String text, long least, long most, String what) {
    Long number = parse(text);
    if (number == null || !isBetween(least, number, most)) {
      throw word.fault(
          "'"
              + text
              + "' is not "
              + what
              + " (a number from "
              + least
              + " to "
              + Long.toUnsignedString(most)
              + ")");
    }
    return number;
  }

  private static boolean isBetween(long least, long number, long most) {
    return Long.compareUnsigned(number, least) >= 0 && Long.compareUnsigned(number, most) <= 0;
  }

  /** The number, or null if the text is none. */
  static @Nullable Long parse(String text) {
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    boolean octal = !hex && text.length() > 1 && text.startsWith("0");
    String digits = hex ? text.substring(2) : text;
    if (digits.isEmpty() || digits.startsWith("-") || digits.startsWith("+")) {
      return null;
    }
    try {
      return Long.parseUnsignedLong(digits, hex ? 16 : octal ? 8 : 10);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * A range such as {@code 10:20}, where either end may be left out.
   *
   * @param from the first number
   * @param to the last number
   */
  record Range(long from, long to) {}

  /** A range, or one number. */
  static Range range(Word word, char between, long most, String what) {
    String text = word.text();
    int at = text.indexOf(between);
    if (at < 0) {
      long number = read(word, most, what);
      return new Range(number, number);
    }
    String first = text.substring(0, at);
    String last = text.substring(at + 1);
    return new Range(
        first.isEmpty() ? 0 : read(word, first, 0, most, what),
        last.isEmpty() ? most : read(word, last, 0, most, what));
  }
}
