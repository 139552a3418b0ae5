package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.collect.SortedTree;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleState;
import io.kubehop.core.netfilter.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All tables of one address family on one host: a base of shared chains, and blocks that contribute
 * to it. Immutable; {@link #with} and {@link #without} copy one path and share the rest, so that an
 * old ruleset stays good for hosts that lag.
 */
public final class Ruleset {
  private final IpFamily family;
  private final Layout layout;
  private final @Nullable Table[] tables;
  private final @Nullable SortedTree<CompiledBlock> blocks;
  private final Uses uses;

  Ruleset(
      IpFamily family,
      Layout layout,
      @Nullable Table[] tables,
      @Nullable SortedTree<CompiledBlock> blocks,
      Uses uses) {
    this.family = family;
    this.layout = layout;
    this.tables = tables;
    this.blocks = blocks;
    this.uses = uses;
  }

  /** Begins a base. */
  public static RulesetBuilder builder(IpFamily family) {
    return new RulesetBuilder(family);
  }

  /** A host without any table. */
  public static Ruleset empty(IpFamily family) {
    return builder(family).build();
  }

  /** The address family. */
  public IpFamily family() {
    return family;
  }

  /** This ruleset with a block, in place of the one of the same key if there is one. */
  public Ruleset with(RuleBlock block) {
    CompiledBlock old = SortedTree.get(blocks, block.key());
    if (old != null && old.block().equals(block)) {
      return this;
    }
    CompiledBlock added = block.compiledFor(layout);
    SortedTree<CompiledBlock> changed = SortedTree.with(blocks, block.key(), added, 1);
    return changed(block.key(), changed, old, added);
  }

  /** This ruleset without the block of a key, if there is one. */
  public Ruleset without(String key) {
    CompiledBlock old = SortedTree.get(blocks, key);
    return old == null ? this : changed(key, SortedTree.without(blocks, key), old, null);
  }

  private Ruleset changed(
      String key,
      @Nullable SortedTree<CompiledBlock> newBlocks,
      @Nullable CompiledBlock removed,
      @Nullable CompiledBlock added) {
    @Nullable Table[] newTables = tables.clone();
    Uses newUses = withFoundation(foundation(removed), foundation(added));
    if (removed != null) {
      newUses = newUses.minus(removed.uses());
      for (TableName name : removed.tables()) {
        newTables[name.ordinal()] = existing(newTables, name, key).without(removed, layout);
      }
    }
    if (added != null) {
      newUses = newUses.plus(added.uses());
      for (TableName name : added.tables()) {
        newTables[name.ordinal()] = existing(newTables, name, key).with(added, layout);
      }
    }
    return new Ruleset(family, layout, newTables, newBlocks, newUses);
  }

  private static @Nullable CompiledBlock foundation(@Nullable CompiledBlock block) {
    return block == null ? null : block.foundation();
  }

  private Uses withFoundation(@Nullable CompiledBlock removed, @Nullable CompiledBlock added) {
    if (removed == added) {
      return uses;
    }
    Uses less = removed == null ? uses : uses.minus(removed.uses());
    return added == null ? less : less.plus(added.uses());
  }

  private static Table existing(@Nullable Table[] tables, TableName name, String key) {
    Table table = tables[name.ordinal()];
    if (table == null) {
      throw new IllegalArgumentException("block " + key + ": there is no table " + name);
    }
    return table;
  }

  /** The block of a key, or null. */
  public @Nullable RuleBlock block(String key) {
    CompiledBlock found = SortedTree.get(blocks, key);
    return found == null ? null : found.block();
  }

  /** The number of blocks. */
  public int blockCount() {
    return SortedTree.total(blocks);
  }

  /** Whether there is a table. */
  public boolean hasTable(TableName name) {
    return tables[name.ordinal()] != null;
  }

  @Nullable Table table(TableName name) {
    return tables[name.ordinal()];
  }

  /** Whether some rule makes the host track connections. */
  public boolean needsConntrack() {
    return uses.conntrackRules() > 0;
  }

  /** Whether some rule names a {@code recent} list. */
  public boolean namesRecentList(String name) {
    return uses.namesRecentList(name);
  }

  /**
   * Tells a host's rule state that this ruleset takes the place of another: counters in tables that
   * changed begin anew, lists that no rule names any more go.
   */
  public void takeOver(Ruleset old, RuleState state) {
    Set<TableName> changed = EnumSet.noneOf(TableName.class);
    for (TableName name : TableName.values()) {
      if (table(name) != old.table(name)) {
        changed.add(name);
      }
    }
    if (!changed.isEmpty()) {
      state.rulesReplaced(changed, this::namesRecentList);
    }
  }

  /**
   * The chains of a table in the order in which iptables-save prints them: built-in ones by hook,
   * then the others by name.
   */
  public List<ChainRules> chains(TableName name) {
    Table table = tables[name.ordinal()];
    if (table == null) {
      return List.of();
    }
    List<ChainRules> builtIn = new ArrayList<>();
    List<ChainRules> others = new ArrayList<>();
    for (Chain chain : table.chains()) {
      String text = chain.name().name();
      Hook hook = name.builtIn(text);
      if (hook == null) {
        others.add(new ChainRules(text, null, chain.rules()));
      } else {
        builtIn.add(new ChainRules(text, table.policy(hook), chain.rules()));
      }
    }
    SortedTree.forEach(blocks, (key, block) -> others.addAll(block.ownChains(name)));
    others.sort(Comparator.comparing(ChainRules::name));
    builtIn.addAll(others);
    return builtIn;
  }
}
