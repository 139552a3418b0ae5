package io.kubehop.service.config;

/**
 * A range of ports, both ends included, as {@code --service-node-port-range} gives it.
 *
 * @param first the lowest port, 1 to 65535
 * @param last the highest port, not below the lowest
 */
public record PortRange(int first, int last) {

  /** Checks the bounds. */
  public PortRange {
    if (first < 1 || last > 65535 || first > last) {
      throw new IllegalArgumentException(
          first + "-" + last + " is not a range of ports such as 30000-32767");
    }
  }

  /**
   * Reads {@code FIRST-LAST}.
   *
   * @throws IllegalArgumentException if the text is not such a range
   */
  public static PortRange parse(String text) {
    if (!text.matches("[0-9]{1,5}-[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a range of ports such as 30000-32767");
    }
    int dash = text.indexOf('-');
    return new PortRange(
        Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
  }

  /** Returns how many ports there are. */
  public int size() {
    return last - first + 1;
  }

  /** Returns whether a port is in the range. */
  public boolean contains(int port) {
    return first <= port && port <= last;
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
