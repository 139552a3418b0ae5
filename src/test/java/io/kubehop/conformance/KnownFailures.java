package io.kubehop.conformance;

import java.util.Map;
import java.util.TreeMap;

/**
 * The cases that are known to fail, from {@code known-failures.txt}: the case, what is missing, and
 * the work that will mend it, with tabs in between. The list only ever shrinks: a listed case that
 * passes fails the test.
 */
final class KnownFailures {
  private final Map<String, String> reasons = new TreeMap<>();

  private KnownFailures() {}

  static KnownFailures read() {
    KnownFailures known = new KnownFailures();
    for (String line : Bank.lines("known-failures.txt")) {
      String[] parts = line.split("\t", -1);
      if (parts.length != 3 || known.reasons.put(parts[0], parts[1]) != null) {
        throw new IllegalStateException(
            "known-failures.txt: a case stands there once, with its reason and topic: " + line);
      }
    }
    return known;
  }

  boolean contains(String name) {
    return reasons.containsKey(name);
  }
}
