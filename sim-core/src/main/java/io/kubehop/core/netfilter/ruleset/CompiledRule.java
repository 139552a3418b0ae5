package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.netfilter.MatchSite;
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
  final Target target;
  final String block;
  final int index;
  private final Match[] matches;
  private final MatchSite[] sites;
  private final boolean careful;
  private final @Nullable Chain ownChain;
  private final int slot;

  private CompiledRule(ChainName chain, String block, int index, Rule rule, JumpResolver resolver) {
    this.rule = rule;
    this.target = rule.target();
    this.block = block;
    this.index = index;
    this.matches = rule.matches().toArray(new Match[0]);
    this.sites = new MatchSite[matches.length];
    boolean doubts = target.canBeUndecidable();
    for (int i = 0; i < matches.length; i++) {
      sites[i] =
          matches[i].hasSideEffects()
              ? new MatchSite(chain.table(), chain.name(), block, index, i)
              : MatchSite.NONE;
      doubts |= matches[i].canBeUndecidable();
    }
    this.careful = doubts;
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

  /** Asks the matches from left to right, up to the first that is not met. */
  int test(Skb skb, RuleContext context) {
    if (careful) {
      return testCarefully(skb, context);
    }
    for (int i = 0; i < matches.length; i++) {
      if (!matches[i].matches(skb, context, sites[i])) {
        return NO;
      }
    }
    return YES;
  }

  /**
   * What cannot be decided is passed over for the moment: if another match fails, the rule does not
   * match in either case. But nothing with a side effect is asked behind it.
   */
  private int testCarefully(Skb skb, RuleContext context) {
    boolean doubt = false;
    for (int i = 0; i < matches.length; i++) {
      Match match = matches[i];
      if (match.undecidable(skb, context) != null) {
        doubt = true;
      } else if (doubt && match.hasSideEffects()) {
        return UNDECIDED;
      } else if (!match.matches(skb, context, sites[i])) {
        return NO;
      }
    }
    return doubt || target.undecidable(context) != null ? UNDECIDED : YES;
  }

  /** Why {@link #test} said that it is undecided. */
  Undecidable doubt(Skb skb, RuleContext context) {
    for (Match match : matches) {
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

  /** What a packet must have, as far as no match with a side effect stands before it. */
  PacketKey key() {
    PacketKey key = new PacketKey();
    for (Match match : matches) {
      if (match.hasSideEffects()) {
        break;
      }
      match.narrow(key);
    }
    return key;
  }

  /** Whether it stands before another rule of the same part of a chain. */
  boolean isBefore(CompiledRule other) {
    int byBlock = block.compareTo(other.block);
    return byBlock != 0 ? byBlock < 0 : index < other.index;
  }
}
