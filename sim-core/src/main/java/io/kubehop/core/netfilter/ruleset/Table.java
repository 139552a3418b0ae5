package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.TableName;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One table of a ruleset. Immutable; a table that does not change stays the same object from
 * ruleset to ruleset.
 */
final class Table {
  private final TableName name;
  private final Map<Hook, Policy> policies;
  private final Chain[] chains;
  private final int[] builtInSlots;

  /**
   * Makes a table of shared chains.
   *
   * @param chains the built-in chains in the order of {@link TableName#hooks}, then the others
   */
  Table(TableName name, Map<Hook, Policy> policies, Chain[] chains) {
    this.name = name;
    this.policies = policies;
    this.chains = chains;
    this.builtInSlots = builtInSlots(name);
  }

  private static int[] builtInSlots(TableName name) {
    int[] slots = new int[Hook.values().length];
    Arrays.fill(slots, -1);
    int slot = 0;
    for (Hook hook : name.hooks()) {
      slots[hook.ordinal()] = slot++;
    }
    return slots;
  }

  /** The chain at a place. */
  Chain chain(int slot) {
    return chains[slot];
  }

  Chain[] chains() {
    return chains;
  }

  /** The built-in chain of a hook, or null if the table has none. */
  @Nullable Chain builtIn(Hook hook) {
    int slot = builtInSlots[hook.ordinal()];
    return slot < 0 ? null : chains[slot];
  }

  /** What happens with a packet that no rule of a built-in chain decides on. */
  Policy policy(Hook hook) {
    Policy policy = policies.get(hook);
    return policy == null ? Policy.ACCEPT : policy;
  }

  /** The table with what a block contributes to its shared chains. */
  Table with(CompiledBlock block, Layout layout) {
    return changed(block, layout, (chain, rules) -> chain.with(block.key(), rules));
  }

  /** The table without what a block contributes. */
  Table without(CompiledBlock block, Layout layout) {
    return changed(block, layout, (chain, rules) -> chain.without(block.key(), rules));
  }

  private Table changed(
      CompiledBlock block, Layout layout, BiFunction<Chain, CompiledRule[], Chain> change) {
    Chain[] changed = chains.clone();
    block
        .fragments()
        .forEach(
            (chain, rules) -> {
              if (chain.table() == name) {
                int slot = layout.slot(chain);
                changed[slot] = change.apply(changed[slot], rules);
              }
            });
    return new Table(name, policies, changed);
  }
}
