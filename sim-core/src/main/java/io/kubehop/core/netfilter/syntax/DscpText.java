package io.kubehop.core.netfilter.syntax;

import java.util.Locale;

/**
 * The upper six bits of a type-of-service byte: a number, or a class such as {@code AF11} (RFC
 * 2474, 2597, 3246).
 */
final class DscpText {
  private static final int MOST = 63;

  private DscpText() {}

  static int readNumber(Word word) {
    return (int) NumberText.read(word, MOST, "a DSCP value");
  }

  static int readClass(Word word) {
    String name = word.text().toUpperCase(Locale.ROOT);
    if (name.equals("EF")) {
      return 0x2e;
    }
    if (name.equals("BE")) {
      return 0;
    }
    if (name.matches("CS[0-7]")) {
      return (name.charAt(2) - '0') * 8;
    }
    if (name.matches("AF[1-4][1-3]")) {
      return (name.charAt(2) - '0') * 8 + (name.charAt(3) - '0') * 2;
    }
    throw word.fault("'" + word.text() + "' is no DSCP class (BE, EF, CS0 to CS7, AF11 to AF43)");
  }
}
