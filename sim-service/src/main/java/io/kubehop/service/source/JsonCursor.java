package io.kubehop.service.source;

import java.util.Locale;

/**
 * Walks over a JSON text token by token and knows at every moment in which line and column it is.
 */
final class JsonCursor {
  private final String file;
  private final String text;
  private int index;
  private int line = 1;
  private int column = 1;

  JsonCursor(String file, String text) {
    this.file = file;
    this.text = text;
  }

  boolean atEnd() {
    skipBlanks();
    return index == text.length();
  }

  /** Returns the first character of the next token; a NUL, which no text holds, at the end. */
  char peek() {
    return atEnd() ? 0 : text.charAt(index);
  }

  Position position() {
    skipBlanks();
    return new Position(file, line, column);
  }

  boolean accept(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    advance();
    return true;
  }

  void expect(char wanted) {
    if (!accept(wanted)) {
      throw invalid(
          String.format(Locale.ROOT, "not valid JSON: expected '%c', found %s", wanted, found()));
    }
  }

  /** Passes a comma, or the closing character, and returns whether it was the comma. */
  boolean acceptCommaOr(char close) {
    if (accept(',')) {
      return true;
    }
    if (accept(close)) {
      return false;
    }
    throw invalid(
        String.format(
            Locale.ROOT, "not valid JSON: expected ',' or '%c', found %s", close, found()));
  }

  /** Passes letters, digits and signs, and returns them. */
  String word() {
    skipBlanks();
    int start = index;
    while (index < text.length() && ",:{}[]\" \t\r\n".indexOf(text.charAt(index)) < 0) {
      advance();
    }
    return text.substring(start, index);
  }

  String string() {
    if (peek() != '"') {
      throw invalid(
          String.format(
              Locale.ROOT, "not valid JSON: expected a text in double quotes, found %s", found()));
    }
    advance();
    int start = index;
    StringBuilder unescaped = null;
    while (current() != '"') {
      if (current() == '\\') {
        if (unescaped == null) {
          unescaped = new StringBuilder();
        }
        unescaped.append(text, start, index).append(escape());
        start = index;
      } else {
        advance();
      }
    }
    String rest = text.substring(start, index);
    advance();
    return unescaped == null ? rest : unescaped.append(rest).toString();
  }

  private char current() {
    if (index == text.length() || text.charAt(index) < ' ') {
      throw invalid("not valid JSON: the text has no closing quote on its line");
    }
    return text.charAt(index);
  }

  private char escape() {
    advance();
    char c = current();
    int known = "\"\\/bfnrtu".indexOf(c);
    if (known < 0) {
      throw invalid(String.format(Locale.ROOT, "not valid JSON: unknown escape \\%c", c));
    }
    advance();
    return c == 'u' ? unicode() : "\"\\/\b\f\n\r\t".charAt(known);
  }

  private char unicode() {
    int end = Math.min(index + 4, text.length());
    String digits = text.substring(index, end);
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw invalid("not valid JSON: \\u needs four hexadecimal digits");
    }
    for (int i = 0; i < digits.length(); i++) {
      advance();
    }
    return (char) Integer.parseInt(digits, 16);
  }

  private String found() {
    if (atEnd()) {
      return "the end of the text";
    }
    return "'" + Character.toString(text.codePointAt(index)) + "'";
  }

  InvalidInputException invalid(String message) {
    return new InvalidInputException(new Problem(position(), "", message));
  }

  private void skipBlanks() {
    while (index < text.length() && " \t\r\n".indexOf(text.charAt(index)) >= 0) {
      advance();
    }
  }

  private void advance() {
    char c = text.charAt(index++);
    boolean carriageReturn = c == '\r' && !(index < text.length() && text.charAt(index) == '\n');
    if (c == '\n' || carriageReturn) {
      line++;
      column = 1;
    } else if (!Character.isLowSurrogate(c)) {
      column++;
    }
  }
}
