package io.kubehop.ingress.gateway;

import java.util.Locale;
import java.util.Optional;

/**
 * A host name as listeners and routes write it: {@code *.} at the start stands for one or more
 * labels, and an empty text for any name.
 */
record Hostname(String text) implements Comparable<Hostname> {
  static final Hostname ANY = new Hostname("");

  static Hostname of(String text) {
    return new Hostname(text.toLowerCase(Locale.ROOT));
  }

  private boolean isWildcard() {
    return text.startsWith("*.");
  }

  /** What a wildcard leaves of a name, with the dot before it. */
  private String suffix() {
    return text.substring(1);
  }

  /** Whether it covers a name in lower case. */
  boolean covers(String name) {
    if (text.isEmpty()) {
      return true;
    }
    return isWildcard()
        ? name.length() > suffix().length() && name.endsWith(suffix())
        : name.equals(text);
  }

  /** The names that both cover; absent if there is none. */
  Optional<Hostname> and(Hostname other) {
    if (holds(other)) {
      return Optional.of(other);
    }
    return other.holds(this) ? Optional.of(this) : Optional.empty();
  }

  /** Whether it covers all that another one covers. */
  private boolean holds(Hostname other) {
    return text.equals(other.text) || text.isEmpty() || !other.text.isEmpty() && covers(other.text);
  }

  /** The more particular first: names before wildcards, the longer before the shorter. */
  @Override
  public int compareTo(Hostname other) {
    int byRank = Integer.compare(rank(), other.rank());
    return byRank != 0 ? byRank : Integer.compare(other.text.length(), text.length());
  }

  private int rank() {
    return text.isEmpty() ? 2 : isWildcard() ? 1 : 0;
  }

  /** {@code *.example.com}, or {@code any host}. */
  @Override
  public String toString() {
    return text.isEmpty() ? "any host" : text;
  }
}
