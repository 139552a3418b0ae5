package io.kubehop.core.netfilter.ruleset;

import com.google.common.collect.Iterables;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A block whose jumps are resolved: within itself first, then to shared chains of a layout. */
final class CompiledBlock implements JumpResolver {
  private final RuleBlock block;
  private final Layout layout;
  private final Map<ChainName, Chain> own = new LinkedHashMap<>();
  private final Map<ChainName, CompiledRule[]> fragments = new LinkedHashMap<>();
  private final Set<TableName> tables = EnumSet.noneOf(TableName.class);
  private final Uses.Part uses;
  private final @Nullable CompiledBlock foundation;

  CompiledBlock(RuleBlock block, Layout layout) {
    this.block = block;
    this.layout = layout;
    RuleBlock under = block.foundation();
    this.foundation = under == null ? null : under.compiledFor(layout);
    this.uses = Uses.Part.of(Iterables.concat(block.chains().values(), block.fragments().values()));
    if (foundation != null) {
      tables.addAll(foundation.tables);
    }
    block.chains().forEach(this::addChain);
    block.chains().forEach(this::check);
    block.fragments().forEach(this::addFragment);
  }

  private void addChain(ChainName name, List<Rule> rules) {
    if (layout.slot(name) >= 0) {
      throw new IllegalArgumentException(block + ": " + name + " is a shared chain");
    }
    own.put(name, Chain.own(name, new Segment(name, block.key(), 0, rules, this)));
    tables.add(name.table());
  }

  private void addFragment(ChainName name, List<Rule> rules) {
    if (layout.slot(name) < 0) {
      throw new IllegalArgumentException(block + ": " + name + " is no shared chain");
    }
    check(name, rules);
    fragments.put(name, CompiledRule.compile(name, block.key(), 0, rules, this));
    tables.add(name.table());
  }

  private void check(ChainName from, List<Rule> rules) {
    for (Rule rule : rules) {
      String chain = rule.target().chain();
      if (chain != null && !knows(new ChainName(from.table(), chain))) {
        throw new IllegalArgumentException(
            block + ": a rule of " + from + " leads to chain " + chain + ", which does not exist");
      }
    }
  }

  private boolean knows(ChainName chain) {
    return ownChain(chain) != null || layout.slot(chain) >= 0;
  }

  boolean isFor(Layout other) {
    return layout.equals(other);
  }

  RuleBlock block() {
    return block;
  }

  String key() {
    return block.key();
  }

  Map<ChainName, CompiledRule[]> fragments() {
    return fragments;
  }

  Set<TableName> tables() {
    return tables;
  }

  /** What its rules need, without those of its foundation. */
  Uses.Part uses() {
    return uses;
  }

  @Nullable CompiledBlock foundation() {
    return foundation;
  }

  /** Its own chains in a table. */
  List<ChainRules> ownChains(TableName table) {
    List<ChainRules> found = new ArrayList<>();
    if (foundation != null) {
      found.addAll(foundation.ownChains(table));
    }
    block
        .chains()
        .forEach(
            (chain, rules) -> {
              if (chain.table() == table) {
                found.add(new ChainRules(chain.name(), null, rules));
              }
            });
    return found;
  }

  @Override
  public @Nullable Chain ownChain(ChainName name) {
    Chain chain = own.get(name);
    return chain == null && foundation != null ? foundation.ownChain(name) : chain;
  }

  @Override
  public int slot(ChainName name) {
    return layout.slot(name);
  }
}
