package io.kubehop.kubeproxy.drift;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.ruleset.ChainRules;
import io.kubehop.core.netfilter.targets.Dnat;
import io.kubehop.core.netfilter.targets.Goto;
import io.kubehop.core.netfilter.targets.Masquerade;
import io.kubehop.core.netfilter.targets.Netmap;
import io.kubehop.core.netfilter.targets.Redirect;
import io.kubehop.core.netfilter.targets.Reject;
import io.kubehop.core.netfilter.targets.Snat;
import io.kubehop.core.netfilter.targets.StandardTarget;
import io.kubehop.core.netfilter.targets.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares a built-in chain, which kube-proxy shares with everybody: its jumps must be there, and
 * nothing in front of the first of them may keep packets from it. That others look at packets
 * before, as networks and policies do, is no fault.
 */
final class BuiltInComparison {
  private final TableName table;
  private final String chain;
  private final Map<String, ChainRules> found;
  private final Findings findings;

  BuiltInComparison(
      TableName table, String chain, Map<String, ChainRules> found, Findings findings) {
    this.table = table;
    this.chain = chain;
    this.found = found;
    this.findings = findings;
  }

  void compare(List<Rule> expected, List<Rule> rules) {
    List<Rule> jumps = rules.stream().filter(BuiltInComparison::isJump).toList();
    compareJumps(expected, jumps);
    for (Rule rule : rules) {
      if (isJump(rule)) {
        return;
      }
      if (!expected.isEmpty() && isInTheWay(rule)) {
        findings.add(
            DriftKind.FOREIGN, "", chain, null, rule, "stands in front of kube-proxy's rules");
      }
    }
  }

  private static boolean isJump(Rule rule) {
    String to = rule.target().chain();
    return to != null && KubeChains.isOwn(to);
  }

  /** Jumps that are there already keep their place when kube-proxy is upgraded. */
  private void compareJumps(List<Rule> expected, List<Rule> jumps) {
    List<Rule> missing = new ArrayList<>(expected);
    List<Rule> added = new ArrayList<>();
    for (Rule jump : jumps) {
      BareRule bare = BareRule.of(jump);
      if (!missing.removeIf(rule -> BareRule.of(rule).equals(bare))) {
        added.add(jump);
      }
    }
    for (Rule rule : added) {
      missing.stream()
          .filter(other -> other.target().equals(rule.target()))
          .findFirst()
          .ifPresentOrElse(
              should -> {
                missing.remove(should);
                findings.add(DriftKind.CHANGED, "", chain, should, rule, "");
              },
              () -> findings.add(DriftKind.STALE, "", chain, null, rule, ""));
    }
    missing.forEach(rule -> findings.add(DriftKind.MISSING, "", chain, rule, null, ""));
  }

  private boolean isInTheWay(Rule rule) {
    Target target = rule.target();
    if (table != TableName.NAT) {
      return target == StandardTarget.DROP || target instanceof Reject;
    }
    if (target == StandardTarget.ACCEPT || target == StandardTarget.RETURN) {
      return true;
    }
    return chain.equals(Hook.POSTROUTING.name())
        ? target instanceof Snat || target instanceof Masquerade || target instanceof Netmap
        : target instanceof Goto || reaches(rule, new LinkedHashSet<>());
  }

  /** Whether a rule, or one that it leads to, gives packets another destination. */
  private boolean reaches(Rule rule, Set<String> seen) {
    Target target = rule.target();
    if (target instanceof Dnat || target instanceof Redirect || target instanceof Netmap) {
      return true;
    }
    String to = target.chain();
    ChainRules next = to == null || !seen.add(to) ? null : found.get(to);
    return next != null && next.rules().stream().anyMatch(inner -> reaches(inner, seen));
  }
}
