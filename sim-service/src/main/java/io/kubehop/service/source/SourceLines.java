package io.kubehop.service.source;

/** Finds lines in a text by their number, counted as YAML counts them. */
final class SourceLines {
  private SourceLines() {}

  /** Returns where a line begins, counted from 0; the end of the text if there is no such line. */
  static int start(String text, int number) {
    int index = 0;
    for (int line = 0; line < number && index < text.length(); line++) {
      index = next(text, index);
    }
    return index;
  }

  /** Returns a line without its break. */
  static String line(String text, int number) {
    int start = start(text, number);
    int end = start;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static int next(String text, int from) {
    int index = from;
    while (index < text.length()) {
      char c = text.charAt(index++);
      if (isBreak(c)) {
        boolean pair = c == '\r' && index < text.length() && text.charAt(index) == '\n';
        return pair ? index + 1 : index;
      }
    }
    return index;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }
}
