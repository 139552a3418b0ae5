package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * Selects objects by their labels (meta/v1 LabelSelector): all labels and all expressions have to
 * match. The empty selector selects everything; where the API tells an absent selector, which
 * selects nothing, from an empty one, the records here hold an {@code Optional}.
 *
 * @param matchLabels labels that have to be there with exactly these values
 * @param matchExpressions conditions on labels
 */
public record LabelSelector(
    Map<String, String> matchLabels, List<LabelSelectorRequirement> matchExpressions) {

  /** The selector that selects everything. */
  public static final LabelSelector EVERYTHING = new LabelSelector(ImmutableMap.of(), List.of());

  /** Copies the collections. */
  public LabelSelector {
    matchLabels = ImmutableMap.copyOf(matchLabels);
    matchExpressions = List.copyOf(matchExpressions);
  }

  /** Returns whether an object with these labels is selected. */
  public boolean matches(Map<String, String> labels) {
    for (Map.Entry<String, String> wanted : matchLabels.entrySet()) {
      if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
        return false;
      }
    }
    return matchExpressions.stream().allMatch(expression -> expression.matches(labels));
  }
}
