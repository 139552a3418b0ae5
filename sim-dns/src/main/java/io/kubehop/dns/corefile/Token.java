package io.kubehop.dns.corefile;

/**
 * A word of a Corefile.
 *
 * @param text the word, without quotes
 * @param line the line on which it begins
 * @param startsLine whether nothing stands before it on its line
 */
record Token(String text, int line, boolean startsLine) {

  boolean is(String word) {
    return text.equals(word);
  }

  Token withText(String other) {
    return new Token(other, line, startsLine);
  }
}
