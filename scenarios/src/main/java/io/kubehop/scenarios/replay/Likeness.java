package io.kubehop.scenarios.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares plain trees where what is left out of the wanted one is not compared. */
final class Likeness {
  private Likeness() {}

  /**
   * Whether a value is as wanted: maps in the fields that the wanted one has, lists as sets of
   * equal size, everything else exactly. An absent value is a false, a zero, an empty text or list.
   */
  static boolean covers(@Nullable Object wanted, @Nullable Object found) {
    if (wanted instanceof Map<?, ?> fields) {
      return found instanceof Map<?, ?> others
          && fields.entrySet().stream()
              .allMatch(field -> covers(field.getValue(), others.get(field.getKey())));
    }
    if (wanted instanceof List<?> items) {
      return items.isEmpty() && found == null
          || found instanceof List<?> others && isPermutation(items, others);
    }
    return Objects.equals(wanted, found) || found == null && isNothing(wanted);
  }

  private static boolean isNothing(@Nullable Object wanted) {
    return wanted == null || wanted.equals("") || wanted.equals(Boolean.FALSE) || wanted.equals(0L);
  }

  private static boolean isPermutation(List<?> wanted, List<?> found) {
    if (wanted.size() != found.size()) {
      return false;
    }
    List<Object> left = new ArrayList<>(found);
    for (Object each : wanted) {
      Object match = null;
      for (Object candidate : left) {
        if (match == null && covers(each, candidate)) {
          match = candidate;
        }
      }
      if (match == null) {
        return false;
      }
      left.remove(match);
    }
    return true;
  }
}
