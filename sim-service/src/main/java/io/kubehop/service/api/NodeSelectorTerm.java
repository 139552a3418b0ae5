package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions on a node that all have to hold (core/v1 NodeSelectorTerm); without any it matches no
 * node.
 *
 * @param matchExpressions conditions on its labels
 * @param matchFields conditions on its fields, of which the API knows {@code metadata.name}
 */
public record NodeSelectorTerm(
    List<NodeSelectorRequirement> matchExpressions, List<NodeSelectorRequirement> matchFields) {

  /** Copies the collections. */
  public NodeSelectorTerm {
    matchExpressions = List.copyOf(matchExpressions);
    matchFields = List.copyOf(matchFields);
  }

  /** Returns whether all conditions hold for this node. */
  public boolean matches(Node node) {
    if (matchExpressions.isEmpty() && matchFields.isEmpty()) {
      return false;
    }
    Map<String, String> fields = ImmutableMap.of("metadata.name", node.metadata().name());
    return matchExpressions.stream().allMatch(e -> e.matches(node.metadata().labels()))
        && matchFields.stream().allMatch(e -> e.matches(fields));
  }
}
