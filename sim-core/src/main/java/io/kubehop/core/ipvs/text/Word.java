package io.kubehop.core.ipvs.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a line.
 *
 * @param text the word
 * @param column where it begins, in code points from 1
 */
record Word(String text, int column) {

  /** The words of a line, which blanks part. */
  static List<Word> split(String line) {
    List<Word> words = new ArrayList<>();
    int[] points = line.codePoints().toArray();
    int at = 0;
    while (at < points.length) {
      int start = at;
      while (at < points.length && !Character.isWhitespace(points[at])) {
        at++;
      }
      if (at > start) {
        words.add(new Word(new String(points, start, at - start), start + 1));
      }
      at++;
    }
    return words;
  }

  boolean isOption() {
    return text.length() > 1 && text.charAt(0) == '-';
  }

  SyntaxException problem(String message) {
    return new SyntaxException(column, message);
  }

  /** The word as a number in a range. */
  int number(String what, int min, int max) throws SyntaxException {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    long value = digits && text.length() <= 10 ? Long.parseLong(text) : -1;
    if (value < min || value > max) {
      throw problem(what + " '" + text + "' is not a whole number in " + min + ".." + max);
    }
    return (int) value;
  }
}
