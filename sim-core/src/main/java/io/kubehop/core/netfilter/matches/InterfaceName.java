package io.kubehop.core.netfilter.matches;

import org.jspecify.annotations.Nullable;

/**
 * A name, or with a final {@code +} the beginning of a name, of an interface.
 *
 * @param pattern as the rule has it
 */
public record InterfaceName(String pattern) {

  /**
   * Whether an interface has the name. No interface, as {@code -o} finds at INPUT, has the empty
   * name.
   */
  public boolean matches(@Nullable String device) {
    String name = device == null ? "" : device;
    int prefix = pattern.length() - 1;
    if (prefix >= 0 && pattern.charAt(prefix) == '+') {
      return name.regionMatches(0, pattern, 0, prefix);
    }
    return name.equals(pattern);
  }

  /** Whether every interface has the name; iptables-save prints no such option. */
  public boolean isAny() {
    return pattern.equals("+");
  }

  @Override
  public String toString() {
    return pattern;
  }
}
