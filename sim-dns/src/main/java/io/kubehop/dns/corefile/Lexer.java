package io.kubehop.dns.corefile;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a Corefile into words, as the Caddyfile's lexer does: by white space; quotes keep it
 * together, and inside of them only the quote itself can be escaped; a hash begins a comment.
 */
final class Lexer {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int position;
  private int line = 1;
  private int lastLine;

  Lexer(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  List<Token> tokens() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '#') {
        skipComment();
      } else if (c == '"') {
        readQuoted();
      } else if (Character.isWhitespace(c)) {
        position++;
        line += c == '\n' ? 1 : 0;
      } else {
        readPlain();
      }
    }
    return tokens;
  }

  private void skipComment() {
    while (position < text.length() && text.charAt(position) != '\n') {
      position++;
    }
  }

  private void readPlain() {
    while (position < text.length()
        && !Character.isWhitespace(text.charAt(position))
        && text.charAt(position) != '#') {
      word.append(text.charAt(position++));
    }
    add(line);
  }

  private void readQuoted() {
    int begun = line;
    position++;
    while (position < text.length() && text.charAt(position) != '"') {
      char c = text.charAt(position++);
      if (c == '\\' && position < text.length() && text.charAt(position) == '"') {
        c = text.charAt(position++);
      }
      line += c == '\n' ? 1 : 0;
      word.append(c);
    }
    position++;
    add(begun);
    lastLine = line;
  }

  private void add(int begun) {
    tokens.add(new Token(word.toString(), begun, begun > lastLine));
    lastLine = begun;
    word.setLength(0);
  }
}
