package io.kubehop.service.api;

import java.util.List;
import java.util.Map;

/**
 * One condition on a label of a node (core/v1 NodeSelectorRequirement).
 *
 * @param key the label
 * @param operator {@code In}, {@code NotIn}, {@code Exists}, {@code DoesNotExist}, {@code Gt} or
 *     {@code Lt}; any other never matches
 * @param values the values; one whole number for {@code Gt} and {@code Lt}
 */
public record NodeSelectorRequirement(String key, String operator, List<String> values) {

  /** Copies the collections. */
  public NodeSelectorRequirement {
    values = List.copyOf(values);
  }

  /** Returns whether these labels meet the condition. */
  public boolean matches(Map<String, String> labels) {
    String value = labels.get(key);
    return switch (operator) {
      case "Gt" -> value != null && comparesWithBound(value, 1);
      case "Lt" -> value != null && comparesWithBound(value, -1);
      default -> new LabelSelectorRequirement(key, operator, values).matches(labels);
    };
  }

  private boolean comparesWithBound(String value, int sign) {
    if (values.size() != 1 || !isNumber(value) || !isNumber(values.get(0))) {
      return false;
    }
    return Long.compare(Long.parseLong(value), Long.parseLong(values.get(0))) == sign;
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?[0-9]{1,18}");
  }
}
