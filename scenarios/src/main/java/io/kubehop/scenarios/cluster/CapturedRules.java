package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.syntax.RuleTextException;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.kubeproxy.config.ProxyMode;
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
import java.util.function.Consumer;

/** The rules that were captured on real nodes, which stand there in place of kube-proxy's. */
final class CapturedRules {
  private final Map<String, List<Consumer<Host>>> programs = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Reads what was captured on the nodes of a cluster.
   *
   * @throws InvalidInputException if a real node could not have it
   */
  CapturedRules(ClusterSpec spec) {
    for (NodeEntry node : spec.nodes()) {
      node.captures().forEach((capture, text) -> read(node.name(), capture, text));
    }
    spec.rules().forEach((node, text) -> read(node, kind(text), text));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static Capture kind(CapturedText text) {
    return NftText.isNft(text.text()) ? Capture.NFT_RULESET : Capture.IPTABLES_SAVE;
  }

  private void read(String node, Capture capture, CapturedText text) {
    List<Consumer<Host>> ofNode = programs.computeIfAbsent(node, name -> new ArrayList<>());
    switch (capture) {
      case IPTABLES_SAVE -> ofNode.add(rules(IpFamily.IPV4, text));
      case IP6TABLES_SAVE -> ofNode.add(rules(IpFamily.IPV6, text));
      case IPVSADM_SAVE -> ofNode.add(CapturedIpvs.virtualServers(text, problems));
      case IPSET_SAVE -> ofNode.add(CapturedIpvs.sets(text, problems));
      case NFT_RULESET -> ofNode.add(CapturedNft.tables(text, problems));
    }
  }

  private Consumer<Host> rules(IpFamily family, CapturedText text) {
    try {
      Ruleset rules = IptablesSave.read(text.text(), family);
      return host -> host.firewall().setRules(rules);
    } catch (RuleTextException wrong) {
      Position place = new Position(text.file(), wrong.line(), Math.max(1, wrong.column()));
      problems.add(new Problem(place, "", wrong.problem()));
      return host -> {};
    }
  }

  /** Whether rules were captured on a node. */
  boolean has(String node) {
    return programs.containsKey(node);
  }

  /**
   * Puts the rules of a node on its host; kube-proxy had set the host up for them. Its nftables
   * mode leaves route_localnet alone.
   */
  void program(String node, Host host, ProxyMode mode) {
    programs.getOrDefault(node, List.of()).forEach(program -> program.accept(host));
    if (mode != ProxyMode.NFTABLES) {
      host.setSysctl(Sysctl.ROUTE_LOCALNET, 1);
    }
  }
}
