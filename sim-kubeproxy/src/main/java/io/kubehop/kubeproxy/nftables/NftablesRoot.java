package io.kubehop.kubeproxy.nftables;

import io.kubehop.core.collect.OrderedTrie;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.set.SetHeader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The table of a node with what each port contributed to it. Immutable and persistent: a change of
 * one port touches its own chains and elements.
 */
final class NftablesRoot {
  private final NftTable table;
  private final OrderedTrie<String, NftablesBlock> blocks;

  /** How many ports name an element: those of one Service have the same cluster IP. */
  private final OrderedTrie<String, Integer> named;

  private NftablesRoot(
      NftTable table,
      OrderedTrie<String, NftablesBlock> blocks,
      OrderedTrie<String, Integer> named) {
    this.table = table;
    this.blocks = blocks;
    this.named = named;
  }

  static NftablesRoot of(NftTable base) {
    return new NftablesRoot(base, OrderedTrie.empty(), OrderedTrie.empty());
  }

  NftTable table() {
    return table;
  }

  NftablesRoot with(NftablesBlock block) {
    NftablesBlock old = blocks.get(block.port());
    return replaced(
        old == null ? NftablesBlock.NONE : old, block, blocks.with(block.port(), block));
  }

  NftablesRoot without(String port) {
    NftablesBlock old = blocks.get(port);
    return old == null ? this : replaced(old, NftablesBlock.NONE, blocks.without(port));
  }

  private NftablesRoot replaced(
      NftablesBlock old, NftablesBlock now, OrderedTrie<String, NftablesBlock> left) {
    NftTable changed = affinity(table, old.affinity(), now.affinity());
    changed = chains(changed, old.chains(), now.chains());
    return entries(changed, old.entries(), now.entries(), left);
  }

  private static NftTable chains(NftTable table, List<ChainText> old, List<ChainText> now) {
    Set<ChainText> before = new LinkedHashSet<>(old);
    Set<String> gone = new LinkedHashSet<>();
    old.forEach(chain -> gone.add(chain.name()));
    NftTable changed = table;
    for (ChainText chain : now) {
      gone.remove(chain.name());
      if (!before.contains(chain)) {
        changed = changed.with(chain.chain());
      }
    }
    for (String chain : gone) {
      changed = changed.withoutChain(chain);
    }
    return changed;
  }

  /** A set that stays keeps the clients that it holds. */
  private static NftTable affinity(NftTable table, List<SetHeader> old, List<SetHeader> now) {
    Set<SetHeader> before = new LinkedHashSet<>(old);
    Set<String> gone = new LinkedHashSet<>();
    old.forEach(set -> gone.add(set.name()));
    NftTable changed = table;
    for (SetHeader set : now) {
      gone.remove(set.name());
      if (!before.contains(set)) {
        changed = changed.with(NftSet.empty(set));
      }
    }
    for (String set : gone) {
      changed = changed.withoutSet(set);
    }
    return changed;
  }

  private NftablesRoot entries(
      NftTable from,
      List<MapEntry> old,
      List<MapEntry> now,
      OrderedTrie<String, NftablesBlock> left) {
    NftTable changed = from;
    OrderedTrie<String, Integer> counts = named;
    Set<MapEntry> before = new LinkedHashSet<>(old);
    Set<MapEntry> after = new LinkedHashSet<>(now);
    for (MapEntry entry : before) {
      if (!after.contains(entry)) {
        int others = count(counts, entry) - 1;
        counts = others == 0 ? counts.without(entry.place()) : counts.with(entry.place(), others);
        changed = others == 0 ? Elements.without(changed, entry) : changed;
      }
    }
    for (MapEntry entry : after) {
      if (!before.contains(entry)) {
        int others = count(counts, entry);
        counts = counts.with(entry.place(), others + 1);
        changed = others == 0 ? Elements.with(changed, entry) : changed;
      }
    }
    return new NftablesRoot(changed, left, counts);
  }

  private static int count(OrderedTrie<String, Integer> counts, MapEntry entry) {
    Integer count = counts.get(entry.place());
    return count == null ? 0 : count;
  }
}
