package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.netfilter.rule.Counters;

/** Counters: {@code [12:3456]} before a rule or behind a policy, or two words behind {@code -c}. */
final class CountersText {
  private CountersText() {}

  static Counters read(Word packets, Word bytes) {
    return new Counters(
        NumberText.read(packets, -1, "a number of packets"),
        NumberText.read(bytes, -1, "a number of bytes"));
  }

  /** Reads {@code [12:3456]}. */
  static Counters read(Word word) {
    String text = word.text();
    int colon = text.indexOf(':');
    if (!text.startsWith("[") || !text.endsWith("]") || colon < 0) {
      throw word.fault("'" + text + "' are no counters (such as [0:0])");
    }
    String packets = text.substring(1, colon);
    String bytes = text.substring(colon + 1, text.length() - 1);
    return new Counters(
        NumberText.read(word, packets, 0, -1, "a number of packets"),
        NumberText.read(word, bytes, 0, -1, "a number of bytes"));
  }
}
