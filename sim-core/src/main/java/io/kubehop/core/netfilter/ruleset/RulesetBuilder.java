package io.kubehop.core.netfilter.ruleset;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the base of a ruleset: tables, policies, and shared chains with the rules that stand
 * before and after what blocks contribute.
 */
public final class RulesetBuilder {
  private final IpFamily family;
  private final Map<TableName, Map<Hook, Policy>> policies = new EnumMap<>(TableName.class);
  private final Map<ChainName, List<Rule>> heads = new LinkedHashMap<>();
  private final Map<ChainName, List<Rule>> tails = new LinkedHashMap<>();

  RulesetBuilder(IpFamily family) {
    this.family = family;
  }

  /** Adds a table with its built-in chains, if it is not there. */
  public RulesetBuilder table(TableName table) {
    if (policies.putIfAbsent(table, new EnumMap<>(Hook.class)) == null) {
      table.hooks().forEach(hook -> declare(new ChainName(table, hook.name())));
    }
    return this;
  }

  /** Sets the policy of a built-in chain. */
  public RulesetBuilder policy(TableName table, Hook hook, Policy policy) {
    table(table);
    ofTable(table).put(hook, policy);
    return this;
  }

  /** Adds a shared chain, if it is not there. */
  public RulesetBuilder chain(TableName table, String chain) {
    table(table);
    declare(new ChainName(table, chain));
    return this;
  }

  /** Adds rules at the end of those that stand before what blocks contribute. */
  public RulesetBuilder rule(TableName table, String chain, Rule... rules) {
    return append(heads, table, chain, Arrays.asList(rules));
  }

  /** Adds rules at the end of those that stand before what blocks contribute. */
  public RulesetBuilder rules(TableName table, String chain, List<Rule> rules) {
    return append(heads, table, chain, rules);
  }

  /** Adds rules at the end of those that stand behind what blocks contribute. */
  public RulesetBuilder lastRule(TableName table, String chain, Rule... rules) {
    return append(tails, table, chain, Arrays.asList(rules));
  }

  private RulesetBuilder append(
      Map<ChainName, List<Rule>> to, TableName table, String chain, List<Rule> rules) {
    chain(table, chain);
    listOf(to, new ChainName(table, chain)).addAll(rules);
    return this;
  }

  private void declare(ChainName chain) {
    if (!heads.containsKey(chain)) {
      heads.put(chain, new ArrayList<>());
      tails.put(chain, new ArrayList<>());
    }
  }

  /**
   * The ruleset, without blocks.
   *
   * @throws IllegalArgumentException if a rule leads to a chain that does not exist
   */
  public Ruleset build() {
    Layout layout = new Layout(slots());
    heads.forEach((chain, rules) -> check(chain, rules, layout));
    tails.forEach((chain, rules) -> check(chain, rules, layout));
    @Nullable Table[] tables = new @Nullable Table[TableName.values().length];
    JumpResolver resolver = new BaseResolver(layout);
    policies.forEach((name, byHook) -> tables[name.ordinal()] = table(name, byHook, resolver));
    Uses uses = Uses.NOTHING.plus(Uses.Part.of(heads.values())).plus(Uses.Part.of(tails.values()));
    return new Ruleset(family, layout, tables, null, uses);
  }

  private ImmutableMap<ChainName, Integer> slots() {
    Map<TableName, Integer> used = new EnumMap<>(TableName.class);
    ImmutableMap.Builder<ChainName, Integer> slots = ImmutableMap.builder();
    for (ChainName chain : heads.keySet()) {
      slots.put(chain, used.merge(chain.table(), 1, Integer::sum) - 1);
    }
    return slots.buildOrThrow();
  }

  private static void check(ChainName from, List<Rule> rules, Layout layout) {
    for (Rule rule : rules) {
      String chain = rule.target().chain();
      if (chain != null && layout.slot(new ChainName(from.table(), chain)) < 0) {
        throw new IllegalArgumentException(
            "a rule of " + from + " leads to chain " + chain + ", which does not exist");
      }
    }
  }

  private Table table(TableName name, Map<Hook, Policy> byHook, JumpResolver resolver) {
    List<Chain> chains = new ArrayList<>();
    heads.forEach(
        (chain, rules) -> {
          if (chain.table() == name) {
            List<Rule> tail = List.copyOf(listOf(tails, chain));
            chains.add(Chain.shared(chain, List.copyOf(rules), tail, resolver));
          }
        });
    return new Table(name, new EnumMap<>(byHook), chains.toArray(new Chain[0]));
  }

  private Map<Hook, Policy> ofTable(TableName table) {
    return policies.computeIfAbsent(table, t -> new EnumMap<>(Hook.class));
  }

  private static List<Rule> listOf(Map<ChainName, List<Rule>> rules, ChainName chain) {
    return rules.computeIfAbsent(chain, c -> new ArrayList<>());
  }

  /** The base has no chains but shared ones. */
  private record BaseResolver(Layout layout) implements JumpResolver {
    @Override
    public @Nullable Chain ownChain(ChainName name) {
      return null;
    }

    @Override
    public int slot(ChainName name) {
      return layout.slot(name);
    }
  }
}
