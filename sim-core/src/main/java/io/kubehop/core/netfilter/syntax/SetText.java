package io.kubehop.core.netfilter.syntax;

/** IP sets in rules: a name, and {@code src,dst} for its dimensions. */
final class SetText {
  private static final int LONGEST_NAME = 31;

  private SetText() {}

  static String name(Word word) {
    if (word.text().isEmpty() || word.text().length() > LONGEST_NAME) {
      throw word.fault("the name of a set has 1 to 31 characters");
    }
    return word.text();
  }

  /** One letter for each dimension. */
  static String directions(Word word) {
    StringBuilder letters = new StringBuilder();
    for (String direction : word.text().split(",", -1)) {
      if (!direction.equals("src") && !direction.equals("dst")) {
        throw word.fault("'" + direction + "' is neither src nor dst");
      }
      letters.append(direction.charAt(0));
    }
    return letters.toString();
  }
}
