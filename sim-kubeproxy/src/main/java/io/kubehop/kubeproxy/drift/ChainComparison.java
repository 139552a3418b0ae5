package io.kubehop.kubeproxy.drift;

import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.ruleset.ChainRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares one of kube-proxy's own chains. The order of Services in a chain that they share is of
 * no consequence; the order of the rules of one Service is, and so is what must stand last.
 */
final class ChainComparison {
  private final String chain;
  private final RuleOwners owners;
  private final Findings findings;

  ChainComparison(String chain, RuleOwners owners, Findings findings) {
    this.chain = chain;
    this.owners = owners;
    this.findings = findings;
  }

  /** Compares a chain that all Services share. */
  void compareShared(List<Rule> expected, List<Rule> found) {
    Map<String, List<Rule>> shouldBe = byOwner(expected);
    Map<String, List<Rule>> is = byOwner(found);
    Set<String> services = new LinkedHashSet<>(shouldBe.keySet());
    services.addAll(is.keySet());
    for (String service : services) {
      compare(
          service,
          shouldBe.getOrDefault(service, List.of()),
          is.getOrDefault(service, List.of()),
          service.isEmpty() ? DriftKind.FOREIGN : DriftKind.STALE);
    }
    checkLast(expected, found);
  }

  /** Compares a chain of one Service. */
  void compareOwn(ChainRules expected, List<Rule> found) {
    compare(owners.ofChain(expected), expected.rules(), found, DriftKind.STALE);
  }

  private Map<String, List<Rule>> byOwner(List<Rule> rules) {
    Map<String, List<Rule>> grouped = new LinkedHashMap<>();
    rules.forEach(
        rule -> grouped.computeIfAbsent(owners.of(rule), o -> new ArrayList<>()).add(rule));
    return grouped;
  }

  private void compare(String service, List<Rule> expected, List<Rule> found, DriftKind extra) {
    List<Rule> missing = new ArrayList<>();
    List<Rule> added = new ArrayList<>();
    for (ListDiff.Gap gap : ListDiff.of(expected, found)) {
      Rule should = gap.expected();
      Rule has = gap.found();
      if (should != null && has != null && isAnotherFormOf(should, has)) {
        findings.add(DriftKind.CHANGED, service, chain, should, has, "");
        continue;
      }
      if (should != null) {
        missing.add(should);
      }
      if (has != null) {
        added.add(has);
      }
    }
    reportMoved(service, missing, added);
    missing.forEach(rule -> findings.add(DriftKind.MISSING, service, chain, rule, null, ""));
    added.forEach(rule -> findings.add(kind(rule, extra), service, chain, null, rule, ""));
  }

  /** Whether two rules at the same place may be one that was changed, and not two. */
  private boolean isAnotherFormOf(Rule expected, Rule found) {
    return kind(found, DriftKind.STALE) != DriftKind.FOREIGN
        || expected.target().getClass() == found.target().getClass();
  }

  private void reportMoved(String service, List<Rule> missing, List<Rule> added) {
    for (Rule rule : List.copyOf(missing)) {
      added.stream()
          .filter(other -> BareRule.of(other).equals(BareRule.of(rule)))
          .findFirst()
          .ifPresent(
              other -> {
                missing.remove(rule);
                added.remove(other);
                findings.add(
                    DriftKind.CHANGED, service, chain, rule, other, "stands at another place");
              });
    }
  }

  /** What kube-proxy writes either names a Service or leads to a chain of its own. */
  private DriftKind kind(Rule rule, DriftKind otherwise) {
    String to = rule.target().chain();
    boolean own = !owners.of(rule).isEmpty() || (to != null && KubeChains.isOwn(to));
    return own ? otherwise : DriftKind.FOREIGN;
  }

  private void checkLast(List<Rule> expected, List<Rule> found) {
    if (expected.isEmpty() || !isOfNoService(expected.get(expected.size() - 1))) {
      return;
    }
    Rule last = expected.get(expected.size() - 1);
    int place = found.stream().map(BareRule::of).toList().indexOf(BareRule.of(last));
    if (place >= 0
        && found.subList(place, found.size()).stream().anyMatch(r -> !isOfNoService(r))) {
      findings.add(
          DriftKind.CHANGED,
          "",
          chain,
          last,
          found.get(place),
          "rules of Services stand behind it");
    }
  }

  private boolean isOfNoService(Rule rule) {
    return owners.of(rule).isEmpty();
  }
}
