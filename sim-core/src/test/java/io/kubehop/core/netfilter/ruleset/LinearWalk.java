package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The plainest way to walk a table: every rule of every chain, one after the other, chains by
 * recursion.
 */
final class LinearWalk {
  private final TableName table;
  private final Map<String, ChainRules> chains = new HashMap<>();
  private final Map<String, MatchSite> sites = new HashMap<>();
  private final List<String> matched = new ArrayList<>();

  LinearWalk(Ruleset ruleset, TableName table) {
    this.table = table;
    ruleset.chains(table).forEach(chain -> chains.put(chain.name(), chain));
  }

  /** The rules that matched the last packet. */
  List<String> matched() {
    return matched;
  }

  int evaluate(Hook hook, Skb skb, RuleContext context) {
    matched.clear();
    int verdict = walk(chain(hook.name()), skb, context);
    boolean accepts = Objects.requireNonNull(chain(hook.name()).policy()).accepts();
    return verdict != Verdict.RETURN ? verdict : accepts ? Verdict.ACCEPT : Verdict.DROP;
  }

  private ChainRules chain(String name) {
    return Objects.requireNonNull(chains.get(name), name);
  }

  private int walk(ChainRules chain, Skb skb, RuleContext context) {
    for (int i = 0; i < chain.rules().size(); i++) {
      Rule rule = chain.rules().get(i);
      if (!matches(chain.name(), i, rule, skb, context)) {
        continue;
      }
      matched.add(chain.name() + " " + (i + 1));
      int verdict = rule.target().apply(skb, context);
      if (verdict == Verdict.GOTO) {
        return walk(chain(Objects.requireNonNull(rule.target().chain())), skb, context);
      }
      if (verdict == Verdict.JUMP) {
        verdict = walk(chain(Objects.requireNonNull(rule.target().chain())), skb, context);
        verdict = verdict == Verdict.RETURN ? Verdict.CONTINUE : verdict;
      }
      if (verdict != Verdict.CONTINUE) {
        return verdict;
      }
    }
    return Verdict.RETURN;
  }

  private boolean matches(String chain, int rule, Rule asked, Skb skb, RuleContext context) {
    for (int i = 0; i < asked.matches().size(); i++) {
      Match match = asked.matches().get(i);
      int place = i;
      MatchSite site =
          sites.computeIfAbsent(
              chain + "/" + rule + "/" + i, k -> new MatchSite(table, chain, "", rule, place));
      if (!match.matches(skb, context, site)) {
        return false;
      }
    }
    return true;
  }
}
