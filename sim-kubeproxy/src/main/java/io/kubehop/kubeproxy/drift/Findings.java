package io.kubehop.kubeproxy.drift;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.syntax.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the differences of one table. */
final class Findings {
  private final TableName table;
  private final IpFamily family;
  private final List<Drift> drifts = new ArrayList<>();

  Findings(TableName table, IpFamily family) {
    this.table = table;
    this.family = family;
  }

  List<Drift> list() {
    return drifts;
  }

  void add(
      DriftKind kind,
      String service,
      String chain,
      @Nullable Rule expected,
      @Nullable Rule found,
      String note) {
    drifts.add(
        new Drift(kind, service, table.toString(), chain, text(expected), text(found), note));
  }

  private Optional<String> text(@Nullable Rule rule) {
    return Optional.ofNullable(rule).map(of -> RuleText.print(of, family));
  }
}
