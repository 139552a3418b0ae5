package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.matches.IpvsMatch;
import io.kubehop.core.netfilter.matches.StateMask;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.rule.RuleBuilder;
import io.kubehop.core.netfilter.ruleset.RulesetBuilder;
import java.util.List;

/** The rules of table filter. */
final class IpvsFilterRules {
  private final RuleInputs inputs;
  private final IpFamily family;
  private final RulesetBuilder rules;

  IpvsFilterRules(RuleInputs inputs, RulesetBuilder rules) {
    this.inputs = inputs;
    this.family = inputs.settings().family();
    this.rules = rules;
  }

  void write() {
    sourceRanges();
    closedToNode();
    forward();
    healthChecks();
    accessToNode();
  }

  private void sourceRanges() {
    if (has(KubeSet.LOAD_BALANCER_FW)) {
      rules.rule(
          TableName.FILTER,
          Chains.PROXY_FIREWALL,
          in(KubeSet.LOAD_BALANCER_FW, "dd").jump(Chains.SOURCE_RANGES_FIREWALL));
    }
    for (KubeSet set :
        List.of(KubeSet.LOAD_BALANCER_SOURCE_CIDR, KubeSet.LOAD_BALANCER_SOURCE_IP)) {
      if (has(set)) {
        rules.rule(TableName.FILTER, Chains.SOURCE_RANGES_FIREWALL, in(set, "dds").returns());
      }
    }
    rules.rule(TableName.FILTER, Chains.SOURCE_RANGES_FIREWALL, Rule.builder().drop());
  }

  /** The node's own packets to a virtual address come from that address (kubernetes#119656). */
  private void closedToNode() {
    for (VirtualServerKey server : inputs.closedToNode()) {
      rules.rule(
          TableName.FILTER,
          Chains.IPVS_OUT_FILTER,
          Rule.builder()
              .source(server.address())
              .match(IpvsMatch.of(server.protocol(), server.address(), server.port()))
              .drop());
    }
  }

  private void forward() {
    int mark = inputs.settings().masqueradeMark();
    rules.rule(
        TableName.FILTER,
        Chains.FORWARD,
        Rule.builder().comment("kubernetes forwarding rules").mark(mark, mark).accept(),
        Rule.builder()
            .comment("kubernetes forwarding conntrack rule")
            .conntrackState(StateMask.RELATED | StateMask.ESTABLISHED)
            .accept());
  }

  private void healthChecks() {
    rules.rule(
        TableName.FILTER, Chains.NODE_PORT, in(KubeSet.HEALTH_CHECK_NODE_PORT, "d").accept());
  }

  /** Addresses of {@code kube-ipvs0} would open every port of the node (kubernetes#72236). */
  private void accessToNode() {
    for (KubeSet set :
        List.of(
            KubeSet.LOAD_BALANCER,
            KubeSet.CLUSTER_IP,
            KubeSet.EXTERNAL_IP,
            KubeSet.EXTERNAL_IP_LOCAL)) {
      ipvsFilter(Rule.builder().inSet(set.name(family), "dd").returns());
    }
    ipvsFilter(Rule.builder().inSet(KubeSet.HEALTH_CHECK_NODE_PORT.name(family), "d").returns());
    ipvsFilter(
        Rule.builder()
            .conntrackState(StateMask.NEW)
            .inSet(KubeSet.IPVS_IPS.name(family), "d")
            .reject(family));
  }

  private void ipvsFilter(Rule rule) {
    rules.rule(TableName.FILTER, Chains.IPVS_FILTER, rule);
  }

  private RuleBuilder in(KubeSet set, String directions) {
    return Rule.builder().comment(set.comment()).inSet(set.name(family), directions);
  }

  private boolean has(KubeSet set) {
    return inputs.filled().contains(set);
  }
}
