package io.kubehop.core.ipset;

/** A text that {@code ipset restore} would refuse, with the line and what is wrong there. */
public final class IpsetTextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String problem;

  IpsetTextException(int line, String problem) {
    super("line " + line + ": " + problem);
    this.line = line;
    this.problem = problem;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }
}
