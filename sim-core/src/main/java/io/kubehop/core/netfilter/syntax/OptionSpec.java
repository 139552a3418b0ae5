package io.kubehop.core.netfilter.syntax;

import java.util.List;

/**
 * One long option of an extension.
 *
 * @param name without the dashes
 * @param aliases other names
 * @param values how many words follow
 * @param negatable whether {@code !} may stand before it
 */
record OptionSpec(String name, List<String> aliases, int values, boolean negatable) {

  /** An option with a value. */
  static OptionSpec value(String name, String... aliases) {
    return new OptionSpec(name, List.of(aliases), 1, false);
  }

  /** An option with several values. */
  static OptionSpec values(int count, String name) {
    return new OptionSpec(name, List.of(), count, false);
  }

  /** An option without a value. */
  static OptionSpec flag(String name) {
    return new OptionSpec(name, List.of(), 0, false);
  }

  /** The same option, which {@code !} may stand before. */
  OptionSpec orNot() {
    return new OptionSpec(name, aliases, values, true);
  }

  /** Whether a name, without the dashes, is its own. */
  boolean isNamed(String text) {
    return name.equals(text) || aliases.contains(text);
  }

  /** Whether a name begins like its own. getopt takes that, if no other option does. */
  boolean begins(String text) {
    return name.startsWith(text) || aliases.stream().anyMatch(alias -> alias.startsWith(text));
  }
}
