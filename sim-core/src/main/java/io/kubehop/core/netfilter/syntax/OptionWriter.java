package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import org.jspecify.annotations.Nullable;

/** Writes the options of matches and targets one behind the other, as iptables-save does. */
final class OptionWriter {
  private final StringBuilder text = new StringBuilder();
  private final IpFamily family;

  OptionWriter(IpFamily family) {
    this.family = family;
  }

  IpFamily family() {
    return family;
  }

  /** Adds a word. */
  OptionWriter word(Object word) {
    if (!text.isEmpty()) {
      text.append(' ');
    }
    text.append(word);
    return this;
  }

  /** Adds words that may be none. */
  OptionWriter words(String words) {
    return words.isEmpty() ? this : word(words);
  }

  /** Adds an option without a value, if it is on. */
  OptionWriter flag(boolean on, String option) {
    return on ? word(option) : this;
  }

  /** Adds an option with its value. */
  OptionWriter option(String option, Object value) {
    return word(option).word(value);
  }

  /** Adds an option with its value, negated or not. */
  OptionWriter option(boolean inverted, String option, Object value) {
    return flag(inverted, "!").option(option, value);
  }

  /** Adds an option with its value, in quotes if it needs them. */
  OptionWriter text(String option, String value) {
    return option(option, isPlain(value) ? value : inQuotes(value));
  }

  private static boolean isPlain(String value) {
    return !value.isEmpty() && value.chars().allMatch(OptionWriter::isPlain);
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** A text in quotes, with what needs it escaped (xtables_save_string). */
  static String inQuotes(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      quoted.append(c == '"' || c == '\\' || c == '\'' ? "\\" : "").append(c);
    }
    return quoted.append('"').toString();
  }

  /** A number as {@code 0x1f}. */
  static String hex(int value) {
    return "0x" + Integer.toHexString(value);
  }

  /** A byte as {@code 0x0a}. */
  static String hexByte(int value) {
    return (value < 16 ? "0x0" : "0x") + Integer.toHexString(value);
  }

  /** A mark, with its mask unless that has all bits. */
  static String mark(int value, int mask) {
    return mask == -1 ? hex(value) : hex(value) + "/" + hex(mask);
  }

  /** A range, or one number if both ends are the same. */
  static String range(long from, long to, String between) {
    return from == to ? Long.toString(from) : from + between + to;
  }

  @Nullable String orNull() {
    return text.isEmpty() ? null : text.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
