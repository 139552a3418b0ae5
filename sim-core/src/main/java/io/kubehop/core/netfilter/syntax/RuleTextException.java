package io.kubehop.core.netfilter.syntax;

/** A text that iptables-restore would refuse, with the place and what is wrong there. */
public final class RuleTextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String problem;

  /**
   * Names a fault.
   *
   * @param line from 1; 0 if the text is a single rule
   * @param column from 1, in code points; 0 if the fault is not in one place of the line
   * @param problem what is wrong, and what would be right
   */
  public RuleTextException(int line, int column, String problem) {
    super(place(line, column) + problem);
    this.line = line;
    this.column = column;
    this.problem = problem;
  }

  private static String place(int line, int column) {
    if (line == 0) {
      return "";
    }
    return "line " + line + (column == 0 ? "" : ", column " + column) + ": ";
  }

  /** The same fault in a line of a longer text. */
  public RuleTextException atLine(int number) {
    return new RuleTextException(number, column, problem);
  }

  /** The line, from 1; 0 if the text is a single rule. */
  public int line() {
    return line;
  }

  /** The column, from 1, in code points; 0 if the fault is not in one place of the line. */
  public int column() {
    return column;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }
}
