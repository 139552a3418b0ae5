package io.kubehop.dns.gotext;

import java.util.List;
import java.util.Map;

/** Access to the parts of a template's data. */
final class Values {
  private Values() {}

  /** An element of a map by key or of a list by number. A map has an empty text for other keys. */
  static Object at(Object value, Object key) {
    if (value instanceof Map<?, ?> map) {
      Object found = map.get(key.toString());
      return found == null ? "" : found;
    }
    if (value instanceof List<?> list && key instanceof Long index) {
      if (index >= 0 && index < list.size()) {
        return list.get((int) (long) index);
      }
      throw new IllegalArgumentException("index out of range: " + index);
    }
    throw new IllegalArgumentException("can't evaluate field " + key + " in " + value);
  }
}
