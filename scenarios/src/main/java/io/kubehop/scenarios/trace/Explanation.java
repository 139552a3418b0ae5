package io.kubehop.scenarios.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a connection, in words.
 *
 * @param headline what happened
 * @param reasons why, a line each, with the places of the manifests behind it
 * @param next what to change; absent where nothing is to be changed
 */
public record Explanation(
    boolean delivered, String headline, List<String> reasons, Optional<String> next) {
  private static final String MARGIN = " ".repeat(9);

  /** Copies the list. */
  public Explanation {
    reasons = List.copyOf(reasons);
  }

  /** The lines to print. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add((delivered ? "Result   " : "Stopped  ") + headline);
    reasons.forEach(reason -> lines.add(MARGIN + reason));
    next.ifPresent(change -> lines.add("Next     " + change));
    return lines;
  }
}
