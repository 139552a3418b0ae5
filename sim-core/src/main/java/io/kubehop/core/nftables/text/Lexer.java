package io.kubehop.core.nftables.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a text into tokens. Words end at blanks and at signs that no name or address has. */
final class Lexer {
  private static final String SIGNS = "{}();,=!<>&|^";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  Lexer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    while (at < text.length()) {
      next();
    }
    add(Token.Kind.END, "", at, at);
    return tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      add(Token.Kind.NEWLINE, "", at, at + 1);
      newLine();
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '#') {
      while (at < text.length() && text.charAt(at) != '\n') {
        at++;
      }
    } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
      at++;
      newLine();
    } else if (c == '"') {
      string();
    } else if (SIGNS.indexOf(c) >= 0) {
      sign(c);
    } else {
      word();
    }
  }

  private void newLine() {
    at++;
    line++;
    lineStart = at;
  }

  private void string() {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
      end++;
    }
    if (end == text.length() || text.charAt(end) == '\n') {
      throw new NftTextException(
          line, column(at), "the quotes are not closed before the line ends");
    }
    add(Token.Kind.STRING, text.substring(at + 1, end), at, end + 1);
    at = end + 1;
  }

  private void sign(char c) {
    boolean pair = at + 1 < text.length() && isPair(c, text.charAt(at + 1));
    int end = at + (pair ? 2 : 1);
    add(Token.Kind.SIGN, text.substring(at, end), at, end);
    at = end;
  }

  private static boolean isPair(char c, char following) {
    return following == '=' && "=!<>".indexOf(c) >= 0 || c == following && (c == '<' || c == '>');
  }

  private void word() {
    int end = at;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    add(Token.Kind.WORD, text.substring(at, end), at, end);
    at = end;
  }

  private static boolean isWordPart(char c) {
    return !Character.isWhitespace(c) && c != '"' && c != '#' && SIGNS.indexOf(c) < 0;
  }

  private int column(int place) {
    return text.codePointCount(lineStart, place) + 1;
  }

  private void add(Token.Kind kind, String word, int start, int end) {
    tokens.add(new Token(kind, word, line, column(start), start, end));
  }
}
