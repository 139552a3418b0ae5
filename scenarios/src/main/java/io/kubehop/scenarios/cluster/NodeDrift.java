package io.kubehop.scenarios.cluster;

import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.syntax.RuleTextException;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.kubeproxy.drift.DriftReport;
import io.kubehop.kubeproxy.drift.RulesetComparison;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.Position;
import io.kubehop.service.source.Problem;
import java.util.List;

/** What a real node has against what kube-proxy would have written there. */
final class NodeDrift {
  private NodeDrift() {}

  /**
   * Compares.
   *
   * @param dump what {@code iptables-save} or {@code ip6tables-save} printed on the node
   * @throws InvalidInputException if the dump is none that the tool prints
   */
  static DriftReport of(Ruleset expected, CapturedText dump) {
    try {
      return RulesetComparison.compare(expected, IptablesSave.read(dump.text(), expected.family()));
    } catch (RuleTextException wrong) {
      Position place = new Position(dump.file(), wrong.line(), Math.max(1, wrong.column()));
      throw new InvalidInputException(List.of(new Problem(place, "", wrong.problem())));
    }
  }
}
