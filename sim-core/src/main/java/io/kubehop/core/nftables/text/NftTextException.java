package io.kubehop.core.nftables.text;

/** A text that the nft tool would refuse, with the place and what is wrong there. */
public final class NftTextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String problem;

  /**
   * Names a fault.
   *
   * @param line from 1
   * @param column from 1
   * @param problem what is wrong, and what would be right
   */
  public NftTextException(int line, int column, String problem) {
    super("line " + line + ", column " + column + ": " + problem);
    this.line = line;
    this.column = column;
    this.problem = problem;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1. */
  public int column() {
    return column;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }
}
