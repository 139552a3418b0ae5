package io.kubehop.core.netfilter.ruleset;

import org.jspecify.annotations.Nullable;

/** Finds the chains that rules lead to, once for each rule. */
interface JumpResolver {
  /** For rules that lead nowhere. */
  JumpResolver NOWHERE =
      new JumpResolver() {
        @Override
        public @Nullable Chain ownChain(ChainName name) {
          return null;
        }

        @Override
        public int slot(ChainName name) {
          return -1;
        }
      };

  /** The chain of the same block, or null. */
  @Nullable Chain ownChain(ChainName name);

  /** The place of a shared chain in its table, or -1. */
  int slot(ChainName name);
}
