package io.kubehop.core.ipvs.text;

/**
 * What is wrong with a text.
 *
 * @param line the line, from 1
 * @param column where in the line, in code points from 1
 * @param message what is wrong and what would be right, in one line
 */
public record IpvsadmProblem(int line, int column, String message) {

  /** {@code 3:4: message}, to be put behind the name of a file. */
  @Override
  public String toString() {
    return line + ":" + column + ": " + message;
  }
}
