package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.syntax.RuleTextException;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.NodeEntry;
import io.kubehop.scenarios.file.NodeEntry.Capture;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.Position;
import io.kubehop.service.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that were captured on real nodes, which stand there in place of kube-proxy's. */
final class CapturedRules {
  private final Map<String, List<Ruleset>> rulesets = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Reads what was captured on the nodes of a cluster.
   *
   * @throws InvalidInputException if a real node could not have it
   */
  CapturedRules(ClusterSpec spec) {
    spec.nodes().stream().filter(node -> !node.captures().isEmpty()).forEach(this::read);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private void read(NodeEntry node) {
    List<Ruleset> ofNode = new ArrayList<>();
    node.captures().forEach((capture, text) -> read(capture, text).ifPresent(ofNode::add));
    rulesets.put(node.name(), ofNode);
  }

  private Optional<Ruleset> read(Capture capture, CapturedText text) {
    Optional<IpFamily> family =
        switch (capture) {
          case IPTABLES_SAVE -> Optional.of(IpFamily.IPV4);
          case IP6TABLES_SAVE -> Optional.of(IpFamily.IPV6);
          case IPSET_SAVE, IPVSADM_SAVE, NFT_RULESET -> Optional.empty();
        };
    try {
      return family.map(each -> IptablesSave.read(text.text(), each));
    } catch (RuleTextException wrong) {
      Position place = new Position(text.file(), wrong.line(), Math.max(1, wrong.column()));
      problems.add(new Problem(place, "", wrong.problem()));
      return Optional.empty();
    }
  }

  /** Whether rules were captured on a node. */
  boolean has(String node) {
    return rulesets.containsKey(node);
  }

  /** Puts the rules of a node on its host; kube-proxy had set the host up for them. */
  void program(String node, Host host) {
    rulesets.getOrDefault(node, List.of()).forEach(rules -> host.firewall().setRules(rules));
    host.setSysctl(Sysctl.ROUTE_LOCALNET, 1);
  }
}
