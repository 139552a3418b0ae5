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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules that were captured on real nodes: read once, before anything runs, and put on their
 * nodes in place of kube-proxy's.
 */
final class CapturedRules {
  private static final Map<Capture, IpFamily> FAMILIES = families();

  private final Map<String, List<Ruleset>> byNode = new TreeMap<>();

  private CapturedRules() {}

  private static Map<Capture, IpFamily> families() {
    Map<Capture, IpFamily> families = new EnumMap<>(Capture.class);
    families.put(Capture.IPTABLES_SAVE, IpFamily.IPV4);
    families.put(Capture.IP6TABLES_SAVE, IpFamily.IPV6);
    return families;
  }

  /**
   * Reads all captured texts of a cluster.
   *
   * @throws InvalidInputException if some text is not what its tool prints, with the line
   */
  static CapturedRules of(ClusterSpec spec) {
    CapturedRules rules = new CapturedRules();
    List<Problem> problems = new ArrayList<>();
    for (NodeEntry node : spec.nodes()) {
      FAMILIES.forEach(
          (capture, family) -> {
            CapturedText text = node.captures().get(capture);
            if (text != null) {
              rules.read(node.name(), text, family, problems);
            }
          });
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return rules;
  }

  private void read(String node, CapturedText captured, IpFamily family, List<Problem> problems) {
    try {
      byNode
          .computeIfAbsent(node, name -> new ArrayList<>())
          .add(IptablesSave.read(captured.text(), family));
    } catch (RuleTextException e) {
      problems.add(
          new Problem(
              new Position(captured.file(), e.line(), Math.max(1, e.column())), "", e.problem()));
    }
  }

  /** Puts a node's captured rules on it. Returns whether there are any. */
  boolean install(Host host) {
    List<Ruleset> rules = byNode.get(host.name());
    if (rules == null) {
      return false;
    }
    // A captured node is as its kube-proxy has left it.
    host.setSysctl(Sysctl.ROUTE_LOCALNET, 1);
    rules.forEach(host.firewall()::setRules);
    return true;
  }
}
