package io.kubehop.dns.plugins.rewrite;

import io.kubehop.dns.gotext.GoRegex;
import java.util.Optional;

/** How a rule finds the names that it is for. Names are in lower case, with a final dot. */
sealed interface NameMatch {

  /** The name with what was found replaced; empty if nothing was found. */
  Optional<String> replace(String name, String replacement);

  /** Whether it finds a name. */
  default boolean matches(String name) {
    return replace(name, "").isPresent();
  }

  /** The whole name. */
  record Exact(String from) implements NameMatch {
    @Override
    public Optional<String> replace(String name, String replacement) {
      return name.equals(from) ? Optional.of(replacement) : Optional.empty();
    }
  }

  /** The beginning. */
  record Prefix(String from) implements NameMatch {
    @Override
    public Optional<String> replace(String name, String replacement) {
      return name.startsWith(from)
          ? Optional.of(replacement + name.substring(from.length()))
          : Optional.empty();
    }
  }

  /** The end. */
  record Suffix(String from) implements NameMatch {
    @Override
    public Optional<String> replace(String name, String replacement) {
      return name.endsWith(from)
          ? Optional.of(name.substring(0, name.length() - from.length()) + replacement)
          : Optional.empty();
    }
  }

  /** Any part, as often as it is there. */
  record Substring(String from) implements NameMatch {
    @Override
    public Optional<String> replace(String name, String replacement) {
      return name.contains(from) ? Optional.of(name.replace(from, replacement)) : Optional.empty();
    }
  }

  /** A pattern; the replacement is the whole new name, with groups filled in. */
  record Regex(GoRegex pattern) implements NameMatch {
    @Override
    public Optional<String> replace(String name, String replacement) {
      return pattern.find(name).map(match -> match.expand(replacement));
    }
  }
}
