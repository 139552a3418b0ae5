package io.kubehop.service.source;

/**
 * A place in an input file, for messages that people click on.
 *
 * @param file the file as the user named it; empty for what was never written down
 * @param line the line, from 1; 0 where the whole file is meant
 * @param column the column in code points, from 1; 0 where the whole line or file is meant
 */
public record Position(String file, int line, int column) {

  /** The position of a value that no file holds, such as one that a controller made. */
  public static final Position UNKNOWN = new Position("", 0, 0);

  /** Returns the position that means a file as a whole. */
  public static Position ofFile(String file) {
    return new Position(file, 0, 0);
  }

  /** Returns whether a file holds it. */
  public boolean isKnown() {
    return !file.isEmpty();
  }

  /** Returns {@code FILE:LINE:COLUMN}, or the parts of it that are known. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
