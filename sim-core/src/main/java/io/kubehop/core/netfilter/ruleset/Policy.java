package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.netfilter.rule.Counters;

/**
 * What happens with a packet that no rule of a built-in chain decides on.
 *
 * @param accepts ACCEPT, else DROP
 * @param counters what a captured text says it has counted
 */
public record Policy(boolean accepts, Counters counters) {
  /** The policy of a new table. */
  public static final Policy ACCEPT = new Policy(true, Counters.ZERO);

  /** The packet ends. */
  public static final Policy DROP = new Policy(false, Counters.ZERO);
}
