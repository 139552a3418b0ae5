package io.kubehop.service.api;

import java.util.List;
import java.util.Map;

/**
 * One condition of a {@link LabelSelector} on one label (meta/v1 LabelSelectorRequirement).
 *
 * @param key the label
 * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}; any other
 *     never matches
 * @param values the values for {@code In} and {@code NotIn}
 */
public record LabelSelectorRequirement(String key, String operator, List<String> values) {

  /** Copies the values. */
  public LabelSelectorRequirement {
    values = List.copyOf(values);
  }

  /**
   * Returns whether an object with these labels meets the condition; {@code NotIn} holds where the
   * label is absent.
   */
  public boolean matches(Map<String, String> labels) {
    String value = labels.get(key);
    return switch (operator) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false;
    };
  }
}
