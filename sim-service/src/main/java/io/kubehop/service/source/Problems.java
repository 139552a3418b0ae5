package io.kubehop.service.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with an input, so that a user hears of everything at once. Whoever decodes
 * adds a problem and goes on with a harmless value; whoever started the decoding ends it with
 * {@link #throwIfAny}.
 */
public final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  /** Adds a problem. */
  public void add(Problem problem) {
    problems.add(problem);
  }

  /** Adds a problem of one field. */
  public void add(Position position, String path, String message) {
    problems.add(new Problem(position, path, message));
  }

  /** Adds what another reading found. */
  public void addAll(List<Problem> others) {
    problems.addAll(others);
  }

  /** Returns whether nothing is wrong so far. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /**
   * Returns how many problems there are so far: two equal sizes say that nothing was found in
   * between.
   */
  public int size() {
    return problems.size();
  }

  /** Returns the problems in the order in which they were found. */
  public List<Problem> list() {
    return List.copyOf(problems);
  }

  /**
   * Ends a decoding.
   *
   * @throws InvalidInputException if anything is wrong
   */
  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
