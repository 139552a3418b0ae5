package io.kubehop.service.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says that an input cannot be used, with everything that was found to be wrong with it. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LINES_PER_FILE = 20;
  private static final Comparator<Problem> IN_FILE =
      Comparator.<Problem>comparingInt(problem -> problem.position().line())
          .thenComparingInt(problem -> problem.position().column());

  private final transient List<Problem> problems;

  /** Says that these are wrong; there is at least one. */
  public InvalidInputException(List<Problem> problems) {
    super(String.join("\n", lines(problems)));
    this.problems = List.copyOf(problems);
  }

  /** Says that one thing is wrong. */
  public InvalidInputException(Problem problem) {
    this(List.of(problem));
  }

  /** Returns everything that is wrong. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Returns the lines to print, without {@code error: }: one for each problem, files in the order
   * in which they came up, each from top to bottom, and after twenty of a file how many more it
   * has.
   */
  public List<String> lines() {
    return lines(problems);
  }

  private static List<String> lines(List<Problem> problems) {
    Map<String, List<Problem>> byFile = new LinkedHashMap<>();
    for (Problem problem : problems) {
      byFile.computeIfAbsent(problem.position().file(), file -> new ArrayList<>()).add(problem);
    }
    List<String> lines = new ArrayList<>();
    byFile.forEach(
        (file, found) -> {
          found.stream()
              .sorted(IN_FILE)
              .limit(LINES_PER_FILE)
              .map(Problem::toString)
              .forEach(lines::add);
          if (found.size() > LINES_PER_FILE) {
            String prefix = file.isEmpty() ? "" : file + ": ";
            lines.add(prefix + "and " + (found.size() - LINES_PER_FILE) + " more");
          }
        });
    return lines;
  }
}
