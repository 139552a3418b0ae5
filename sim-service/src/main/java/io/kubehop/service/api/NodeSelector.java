package io.kubehop.service.api;

import java.util.List;

/**
 * Selects nodes: one of the terms has to match (core/v1 NodeSelector).
 *
 * @param terms the terms
 */
public record NodeSelector(List<NodeSelectorTerm> terms) {

  /** Copies the collections. */
  public NodeSelector {
    terms = List.copyOf(terms);
  }

  /** Returns whether this node is selected. */
  public boolean matches(Node node) {
    return terms.stream().anyMatch(term -> term.matches(node));
  }
}
