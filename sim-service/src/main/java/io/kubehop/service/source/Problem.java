package io.kubehop.service.source;

import java.util.regex.Pattern;

/**
 * One thing that is wrong with an input. Its text is the body of an error line: the parts that are
 * known of {@code FILE:LINE:COLUMN: PATH: }, then what is wrong and what would be right.
 *
 * @param position where it is
 * @param path the field, such as {@code spec.ports[0].port}; empty where no single field is at
 *     fault
 * @param message what is wrong and what would be right; kept to one line
 */
public record Problem(Position position, String path, String message) {
  private static final Pattern LINE_BREAK = Pattern.compile("\\R\\s*");

  /** Puts the message on one line. */
  public Problem {
    message = LINE_BREAK.matcher(message).replaceAll(" ");
  }

  /** Returns a problem of the whole file, such as one that cannot be read. */
  public static Problem ofFile(String file, String message) {
    return new Problem(Position.ofFile(file), "", message);
  }

  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    if (position.isKnown()) {
      line.append(position).append(": ");
    }
    if (!path.isEmpty()) {
      line.append(path).append(": ");
    }
    return line.append(message).toString();
  }
}
