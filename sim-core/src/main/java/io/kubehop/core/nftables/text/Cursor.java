package io.kubehop.core.nftables.text;

import java.util.List;

/** A place in the tokens of a text, and the steps that readers take from there. */
final class Cursor {
  private final String text;
  private final List<Token> tokens;
  private int at;

  Cursor(String text) {
    this.text = text;
    this.tokens = new Lexer(text).tokens();
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  /** Where it is, to {@link #goTo} later. */
  int place() {
    return at;
  }

  void goTo(int place) {
    at = place;
  }

  /** Passes over braces and all between them. */
  void skipBlock() {
    Token first = peek();
    expect("{", "behind the name");
    int depth = 1;
    while (depth > 0) {
      Token token = next();
      if (token.kind() == Token.Kind.END) {
        throw fault(first, "the brace is not closed before the text ends");
      }
      depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
    }
  }

  /** Passes over braces, and returns the lines between them as they are written. */
  List<String> blockLines() {
    int start = peek().end();
    skipBlock();
    return text.substring(start, tokens.get(at - 1).start())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Puts words in place of the last token, as {@code :tcp} is {@code :} and {@code tcp}. */
  void splitLast(int length) {
    Token token = tokens.get(at - 1);
    tokens.set(
        at - 1,
        new Token(
            token.kind(),
            token.text().substring(length),
            token.line(),
            token.column() + length,
            token.start() + length,
            token.end()));
    at--;
  }

  boolean isNext(String expected) {
    return peek().is(expected);
  }

  boolean isNextOneOf(String... expected) {
    for (String each : expected) {
      if (peek().is(each)) {
        return true;
      }
    }
    return false;
  }

  /** Takes a token if it is the next one. */
  boolean take(String expected) {
    boolean is = isNext(expected);
    if (is) {
      at++;
    }
    return is;
  }

  void expect(String expected, String where) {
    if (!take(expected)) {
      throw fault("expected '" + expected + "' " + where + ", found " + peek().shown());
    }
  }

  /** Takes a word. */
  String word(String what) {
    if (peek().kind() != Token.Kind.WORD) {
      throw fault("expected " + what + ", found " + peek().shown());
    }
    return next().text();
  }

  /** Takes a word or a text in quotes. */
  String wordOrString(String what) {
    return peek().kind() == Token.Kind.STRING ? next().text() : word(what);
  }

  String string(String what) {
    if (peek().kind() != Token.Kind.STRING) {
      throw fault("expected " + what + " in quotes, found " + peek().shown());
    }
    return next().text();
  }

  long number(String what) {
    Token token = peek();
    String word = word(what);
    boolean hex = word.startsWith("0x");
    try {
      long number = hex ? Long.parseLong(word.substring(2), 16) : Long.parseLong(word);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw fault(token, "expected " + what + ", a number, found " + token.shown());
  }

  boolean isAtLineEnd() {
    return peek().kind() == Token.Kind.NEWLINE || isNext(";");
  }

  boolean isAtEnd() {
    return peek().kind() == Token.Kind.END;
  }

  /** Whether a rule or a line of a block ends here. */
  boolean isAtStatementEnd() {
    return isAtLineEnd() || isAtEnd() || isNext("}");
  }

  void skipNewlines() {
    while (peek().kind() == Token.Kind.NEWLINE) {
      at++;
    }
  }

  void skipLineEnds() {
    while (isAtLineEnd()) {
      at++;
    }
  }

  /** Takes all tokens up to the end of the statement, braces whole, and returns them as written. */
  String rest() {
    Token first = peek();
    int depth = 0;
    Token last = first;
    while (!(depth == 0 && isAtStatementEnd())) {
      Token token = peek();
      if (token.kind() == Token.Kind.END) {
        throw fault(first, "the braces are not closed before the text ends");
      }
      depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
      last = next();
    }
    return text.substring(first.start(), last.end()).replaceAll("\\s*\\n\\s*", " ");
  }

  /** The text from a token to the last one that was taken. */
  String since(Token first) {
    return text.substring(first.start(), tokens.get(at - 1).end()).replaceAll("\\s+", " ");
  }

  NftTextException fault(String problem) {
    return fault(peek(), problem);
  }

  NftTextException fault(Token token, String problem) {
    return new NftTextException(token.line(), token.column(), problem);
  }
}
