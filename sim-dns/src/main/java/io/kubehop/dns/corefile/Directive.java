package io.kubehop.dns.corefile;

import java.util.List;

/**
 * A line of a Corefile and the block that belongs to it. The lines of the block have the same form.
 *
 * @param name the first word
 * @param args the other words
 * @param line the line, from 1
 * @param block the lines between braces; empty without
 */
public record Directive(String name, List<String> args, int line, List<Directive> block) {

  /** Copies the lists. */
  public Directive {
    args = List.copyOf(args);
    block = List.copyOf(block);
  }

  /**
   * An argument.
   *
   * @throws CorefileException if it is missing
   */
  public String arg(int index) {
    if (index >= args.size()) {
      throw error("wrong number of arguments after '" + name + "'");
    }
    return args.get(index);
  }

  /**
   * An argument that is a whole number.
   *
   * @throws CorefileException if it is missing, no number, or out of range
   */
  public int intArg(int index, int least, int most) {
    String text = arg(index);
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number that is out of range.
    }
    throw error(
        "'" + text + "' after '" + name + "' is not a whole number from " + least + " to " + most);
  }

  /** What to throw when something is wrong with this line. */
  public CorefileException error(String message) {
    return new CorefileException(line, message);
  }

  /** What to throw for a line of a block that the plugin does not know. */
  public CorefileException unknownProperty() {
    return error("unknown property '" + name + "'");
  }
}
