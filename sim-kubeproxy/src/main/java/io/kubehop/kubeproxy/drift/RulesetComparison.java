package io.kubehop.kubeproxy.drift;

import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.ruleset.ChainRules;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.targets.Dnat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rules that a node has with those that kube-proxy should have written.
 *
 * <p>Looked at are kube-proxy's own chains in the tables filter and nat, its jumps from built-in
 * chains, and what stands in front of these. Rules of others are none of its business.
 */
public final class RulesetComparison {
  private static final Comparator<Drift> ORDER =
      Comparator.comparing(Drift::service).thenComparing(Drift::table).thenComparing(Drift::chain);

  private final TableName table;
  private final Map<String, ChainRules> expected;
  private final Map<String, ChainRules> found;
  private final RuleOwners owners;
  private final Findings findings;

  private RulesetComparison(TableName table, Ruleset expected, Ruleset found, RuleOwners owners) {
    this.table = table;
    this.expected = chains(expected, table);
    this.found = chains(found, table);
    this.owners = owners;
    this.findings = new Findings(table, expected.family());
  }

  /**
   * Compares two rulesets of one family.
   *
   * @param expected what kube-proxy would have written
   * @param found what the node has
   */
  public static DriftReport compare(Ruleset expected, Ruleset found) {
    RuleOwners owners = new RuleOwners(expected.chains(TableName.NAT));
    List<Drift> drifts = new ArrayList<>();
    for (TableName table : List.of(TableName.FILTER, TableName.NAT)) {
      drifts.addAll(new RulesetComparison(table, expected, found, owners).drifts());
    }
    drifts.sort(ORDER);
    return new DriftReport(drifts);
  }

  private static Map<String, ChainRules> chains(Ruleset ruleset, TableName table) {
    Map<String, ChainRules> chains = new TreeMap<>();
    ruleset.chains(table).forEach(chain -> chains.put(chain.name(), chain));
    return chains;
  }

  private List<Drift> drifts() {
    expected.values().forEach(this::compare);
    found.values().stream()
        .filter(chain -> KubeChains.isOfService(chain.name()))
        .filter(chain -> !expected.containsKey(chain.name()))
        .forEach(this::stale);
    return findings.list();
  }

  private void compare(ChainRules chain) {
    ChainRules there = found.get(chain.name());
    List<Rule> rules =
        there == null
            ? List.of()
            : there.rules().stream().filter(rule -> !BareRule.onlyCounts(rule)).toList();
    if (chain.policy() != null) {
      new BuiltInComparison(table, chain.name(), found, findings).compare(chain.rules(), rules);
    } else if (KubeChains.isOfService(chain.name())) {
      compareOwn(chain, there, rules);
    } else if (KubeChains.isOwn(chain.name()) && !isKubelets(chain)) {
      new ChainComparison(chain.name(), owners, findings).compareShared(chain.rules(), rules);
    }
  }

  /** Where kube-proxy has nothing to protect, what is in the chain is kubelet's. */
  private static boolean isKubelets(ChainRules chain) {
    return chain.name().equals("KUBE-FIREWALL") && chain.rules().isEmpty();
  }

  private void compareOwn(ChainRules chain, @Nullable ChainRules there, List<Rule> rules) {
    if (there == null) {
      findings.add(
          DriftKind.MISSING,
          owners.ofChain(chain),
          chain.name(),
          telling(chain),
          null,
          "the whole chain");
    } else {
      new ChainComparison(chain.name(), owners, findings).compareOwn(chain, rules);
    }
  }

  private void stale(ChainRules chain) {
    findings.add(
        DriftKind.STALE,
        owners.ofChain(chain),
        chain.name(),
        null,
        telling(chain),
        "the whole chain");
  }

  /** The rule that says most of a chain: where it translates to, else its last one. */
  private static @Nullable Rule telling(ChainRules chain) {
    List<Rule> rules = chain.rules();
    return rules.stream()
        .filter(rule -> rule.target() instanceof Dnat)
        .findFirst()
        .orElse(rules.isEmpty() ? null : rules.get(rules.size() - 1));
  }
}
