package io.kubehop.scenarios.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Collects what is not as expected, each in the same words. */
final class Mismatch {
  private final List<String> failures = new ArrayList<>();

  /** Compares a field, if something is expected of it. */
  <T> void check(String field, Optional<T> expected, Object found, Predicate<T> holds) {
    if (expected.isPresent() && !holds.test(expected.get())) {
      add(field, expected.get(), found);
    }
  }

  /** Compares a field of which there may be several values, if something is expected of it. */
  <T> void checkAll(String field, Optional<T> expected, Collection<T> found) {
    check(
        field,
        expected,
        common(found),
        value -> !found.isEmpty() && found.stream().allMatch(value::equals));
  }

  void add(String field, Object expected, Object found) {
    failures.add(field + ": expected " + expected + " but was " + found);
  }

  /** The one value, or all of them, or that there is none. */
  static Object common(Collection<?> values) {
    if (values.isEmpty()) {
      return "nothing";
    }
    return values.size() == 1 ? values.iterator().next() : values;
  }

  List<String> failures() {
    return failures;
  }
}
