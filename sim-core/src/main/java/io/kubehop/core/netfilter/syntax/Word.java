package io.kubehop.core.netfilter.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * One word of a rule.
 *
 * @param text the word, without quotes and escapes
 * @param line the line that it stands in
 * @param index where it begins there
 * @param quoted whether it stood in quotes
 */
record Word(String text, String line, int index, boolean quoted) {

  /**
   * Splits a line as iptables-restore does: words end at blanks; double quotes keep blanks, and in
   * them a backslash keeps the next character (add_param_to_argv in xshared.c).
   */
  static List<Word> split(String line) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      char first = line.charAt(at);
      if (isBlank(first)) {
        at++;
      } else if (first == '"') {
        at = quoted(line, at, words);
      } else {
        at = plain(line, at, words);
      }
    }
    return words;
  }

  private static int plain(String line, int start, List<Word> words) {
    int end = start;
    while (end < line.length() && !isBlank(line.charAt(end)) && line.charAt(end) != '"') {
      end++;
    }
    words.add(new Word(line.substring(start, end), line, start, false));
    return end;
  }

  private static int quoted(String line, int start, List<Word> words) {
    StringBuilder text = new StringBuilder();
    int at = start + 1;
    while (at < line.length() && line.charAt(at) != '"') {
      if (line.charAt(at) == '\\' && at + 1 < line.length()) {
        at++;
      }
      text.append(line.charAt(at));
      at++;
    }
    if (at == line.length()) {
      throw new Word("", line, start, true).fault("the quote that begins here has no end");
    }
    words.add(new Word(text.toString(), line, start, true));
    return at + 1;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** Where it begins, from 1, in code points. */
  int column() {
    return line.codePointCount(0, index) + 1;
  }

  /** Another word at the same place. */
  Word renamed(String other) {
    return new Word(other, line, index, false);
  }

  /** Whether it is the {@code !} that negates the next option. */
  boolean isNegation() {
    return !quoted && text.equals("!");
  }

  /** The word as it must be written to be read again. */
  String written() {
    return quoted ? OptionWriter.inQuotes(text) : text;
  }

  /** A fault at this word. */
  RuleTextException fault(String problem) {
    return new RuleTextException(0, column(), problem);
  }
}
