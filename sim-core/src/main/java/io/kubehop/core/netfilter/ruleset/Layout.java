package io.kubehop.core.netfilter.ruleset;

import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;

/**
 * Which shared chains the tables of a ruleset have, and at which place of its table each is kept.
 *
 * @param slots the place of each shared chain
 */
record Layout(ImmutableMap<ChainName, Integer> slots) {

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Layout layout && slots.equals(layout.slots));
  }

  @Override
  public int hashCode() {
    return slots.hashCode();
  }

  /** The place of a shared chain in its table, or -1. */
  int slot(ChainName chain) {
    @Nullable Integer slot = slots.get(chain);
    return slot == null ? -1 : slot;
  }
}
