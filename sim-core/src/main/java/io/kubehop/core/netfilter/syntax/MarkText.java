package io.kubehop.core.netfilter.syntax;

/**
 * A mark with a mask: {@code 0x4000/0x4000}.
 *
 * @param value the mark
 * @param mask the bits that count; all if none is written
 */
record MarkText(int value, int mask) {
  private static final long MOST = 0xffff_ffffL;

  static MarkText read(Word word) {
    String text = word.text();
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new MarkText(number(word), -1);
    }
    return new MarkText(
        (int) NumberText.read(word, text.substring(0, slash), 0, MOST, "a mark"),
        (int) NumberText.read(word, text.substring(slash + 1), 0, MOST, "a mask"));
  }

  /** A mark without a mask. */
  static int number(Word word) {
    return (int) NumberText.read(word, MOST, "a mark");
  }
}
