package io.kubehop.core.nftables.text;

/**
 * A word, a text in quotes, a sign, or the end of a line.
 *
 * @param kind which
 * @param text the word, the text without quotes, or the sign
 * @param line from 1
 * @param column from 1
 * @param start where it begins in the whole text
 * @param end where it ends in the whole text
 */
record Token(Kind kind, String text, int line, int column, int start, int end) {
  enum Kind {
    WORD,
    STRING,
    SIGN,
    NEWLINE,
    END
  }

  boolean is(String expected) {
    return kind != Kind.STRING && text.equals(expected);
  }

  /** How a fault names it. */
  String shown() {
    return switch (kind) {
      case NEWLINE -> "the end of the line";
      case END -> "the end of the text";
      case STRING -> '"' + text + '"';
      case WORD, SIGN -> "'" + text + "'";
    };
  }
}
