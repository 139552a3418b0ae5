package io.kubehop.core.netfilter;

import java.util.stream.Collectors;

/** The dimensions of an IP set as {@code -m set} and {@code -j SET} name them: {@code src,dst}. */
public final class SetDirections {
  private SetDirections() {}

  /** The letters as words: {@code src,dst}. */
  public static String words(String letters) {
    return letters.chars().mapToObj(c -> c == 's' ? "src" : "dst").collect(Collectors.joining(","));
  }
}
