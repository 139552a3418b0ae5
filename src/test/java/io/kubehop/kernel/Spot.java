package io.kubehop.kernel;

import java.util.List;

/**
 * Where a generated rule stands.
 *
 * @param isBuiltIn whether the kernel enters the chain by itself; only then it knows the hook
 * @param isOrdered whether calls are made one after the other, so that rules may remember
 */
record Spot(String table, String chain, boolean isBuiltIn, boolean isOrdered) {

  /** Whether {@code -i} is taken here; in a chain of one's own it may be in vain. */
  boolean takesIn() {
    return !isBuiltIn || isAnyOf("PREROUTING", "INPUT", "FORWARD");
  }

  /** Whether {@code -o} is taken here. */
  boolean takesOut() {
    return !isBuiltIn || isAnyOf("OUTPUT", "POSTROUTING", "FORWARD");
  }

  boolean isAnyOf(String... chains) {
    return List.of(chains).contains(chain);
  }

  boolean isTable(String name) {
    return table.equals(name);
  }
}
