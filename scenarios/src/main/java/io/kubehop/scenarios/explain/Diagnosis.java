package io.kubehop.scenarios.explain;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the objects behind a connection.
 *
 * @param reasons what is wrong, a line each
 * @param next what to change
 */
record Diagnosis(List<String> reasons, Optional<String> next) {
  static final Diagnosis NONE = new Diagnosis(List.of(), Optional.empty());

  /** Copies the list. */
  Diagnosis {
    reasons = List.copyOf(reasons);
  }

  static Diagnosis of(String reason, String next) {
    return new Diagnosis(List.of(reason), Optional.of(next));
  }

  static Diagnosis of(List<String> reasons, String next) {
    return new Diagnosis(reasons, Optional.of(next));
  }
}
