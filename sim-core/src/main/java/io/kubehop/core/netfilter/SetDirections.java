package io.kubehop.core.netfilter;

import java.util.stream.Collectors;

/** The dimensions of an IP set as {@code -m set} and {@code -j SET} name them: {@code src,dst}. */
public final class SetDirections {
  private SetDirections() {}

  /** The letters {@code s} and {@code d} as bits: the first dimension lowest, 1 for the source. */
  public static int bits(String letters) {
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      bits |= letters.charAt(i) == 's' ? 1 << i : 0;
    }
    return bits;
  }

  /** The letters as words: {@code src,dst}. */
  public static String words(String letters) {
    return letters.chars().mapToObj(c -> c == 's' ? "src" : "dst").collect(Collectors.joining(","));
  }
}
