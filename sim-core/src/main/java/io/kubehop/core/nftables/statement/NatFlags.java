package io.kubehop.core.nftables.statement;

/**
 * How a translation chooses among addresses and ports.
 *
 * @param random a random port of the range
 * @param fullyRandom a random port even where the old one is free
 * @param persistent the address by the client's address alone
 */
public record NatFlags(boolean random, boolean fullyRandom, boolean persistent) {
  /** None of them. */
  public static final NatFlags NONE = new NatFlags(false, false, false);

  String text() {
    StringBuilder text = new StringBuilder();
    add(text, random, "random");
    add(text, fullyRandom, "fully-random");
    add(text, persistent, "persistent");
    return text.toString();
  }

  private static void add(StringBuilder text, boolean flag, String word) {
    if (flag) {
      text.append(text.isEmpty() ? " " : ",").append(word);
    }
  }
}
