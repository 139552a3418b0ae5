package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Undecidable;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.PacketKey;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule at its place: its jump resolved, and an identity for what its matches count. */
final class CompiledRule {
  static final int NO = 0;
  static final int YES = 1;
  static final int UNDECIDED = 2;

  final Rule rule;
  private final Target target;
  private final int verdict;
  final String block;
  final int index;
  private final Conditions all;
  private Conditions rest;
  private final boolean careful;
  private final @Nullable Chain ownChain;
  private final int slot;

  private CompiledRule(ChainName chain, String block, int index, Rule rule, JumpResolver resolver) {
    this.rule = rule;
    this.target = rule.target();
    this.verdict = target.verdict();
    this.block = block;
    this.index = index;
    this.all = Conditions.of(rule.matches(), chain, block, index);
    this.rest = all;
    this.careful =
        target.canBeUndecidable() || rule.matches().stream().anyMatch(Match::canBeUndecidable);
    String to = target.chain();
    ChainName name = to == null ? null : new ChainName(chain.table(), to);
    this.ownChain = name == null ? null : resolver.ownChain(name);
    this.slot = name == null ? -1 : resolver.slot(name);
  }

  /** Resolves the rules that one block, or the base, has in a chain. */
  static CompiledRule[] compile(
      ChainName chain, String block, int firstIndex, List<Rule> rules, JumpResolver resolver) {
    CompiledRule[] compiled = new CompiledRule[rules.size()];
    for (int i = 0; i < compiled.length; i++) {
      compiled[i] = new CompiledRule(chain, block, firstIndex + i, rules.get(i), resolver);
    }
    return compiled;
  }

  /**
   * Asks the matches from left to right, up to the first that is not met.
   *
   * @param found whether an index found the rule, so that what it is kept under need not be asked
   */
  int test(Skb skb, RuleContext context, boolean found) {
    if (careful) {
      int met = all.metCarefully(skb, context);
      return met == YES && target.undecidable(context) != null ? UNDECIDED : met;
    }
    return (found ? rest : all).met(skb, context) ? YES : NO;
  }

  /** Does what the target does, and says how to go on. */
  int apply(Skb skb, RuleContext context) {
    return verdict >= 0 ? verdict : target.apply(skb, context);
  }

  /** Why {@link #test} said that it is undecided. */
  Undecidable doubt(Skb skb, RuleContext context) {
    for (Match match : rule.matches()) {
      Undecidable doubt = match.undecidable(skb, context);
      if (doubt != null) {
        return doubt;
      }
    }
    Undecidable doubt = target.undecidable(context);
    if (doubt == null) {
      throw new IllegalStateException("nothing is undecided in " + rule);
    }
    return doubt;
  }

  /** The chain that the target leads to. */
  Chain destination(Table table) {
    return ownChain != null ? ownChain : table.chain(slot);
  }

  /** Under what an index keeps it: what it asks before any match with a side effect. */
  IndexKey indexKey() {
    PacketKey asked = new PacketKey();
    for (Match match : rule.matches()) {
      if (match.hasSideEffects()) {
        break;
      }
      match.narrow(asked);
    }
    IndexKey key = IndexKey.of(asked);
    rest = all.without(key.known(asked));
    return key;
  }

  /** Whether it stands before another rule of the same part of a chain. */
  boolean isBefore(CompiledRule other) {
    int byBlock = block.compareTo(other.block);
    return byBlock != 0 ? byBlock < 0 : index < other.index;
  }
}
