package io.kubehop.core.ipvs.text;

/** A line cannot be understood; ends the reading of that line. */
final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int column;

  SyntaxException(int column, String message) {
    super(message, null, false, false);
    this.column = column;
  }

  IpvsadmProblem at(int line) {
    return new IpvsadmProblem(line, column, String.valueOf(getMessage()));
  }
}
