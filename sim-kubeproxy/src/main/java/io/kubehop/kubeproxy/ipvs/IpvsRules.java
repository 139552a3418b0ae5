package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.matches.StateMask;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.rule.RuleBuilder;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.ruleset.RulesetBuilder;
import io.kubehop.kubeproxy.config.ProxySettings;
import java.util.List;

/**
 * The iptables rules around IPVS (writeIptablesRules in pkg/proxy/ipvs/proxier.go), with those of
 * kubelet. Nothing in them names a Service but load balancer addresses that are closed to the node.
 */
final class IpvsRules {
  private static final Cidr LOOPBACK_V4 = Cidr.parse("127.0.0.0/8");
  private static final Cidr LOOPBACK_V6 = Cidr.parse("::1/128");

  private final RuleInputs inputs;
  private final ProxySettings settings;
  private final IpFamily family;
  private final RulesetBuilder rules;

  private IpvsRules(RuleInputs inputs) {
    this.inputs = inputs;
    this.settings = inputs.settings();
    this.family = settings.family();
    this.rules = Ruleset.builder(family);
  }

  static Ruleset of(RuleInputs inputs) {
    IpvsRules writer = new IpvsRules(inputs);
    writer.kubelet();
    writer.chains();
    writer.filterJumps();
    writer.natJumps();
    writer.services();
    writer.nodePorts();
    writer.masquerade();
    new IpvsFilterRules(inputs, writer.rules).write();
    return writer.rules.build();
  }

  private void kubelet() {
    rules.chain(TableName.MANGLE, Chains.IPTABLES_HINT);
    for (TableName table : List.of(TableName.MANGLE, TableName.NAT, TableName.FILTER)) {
      rules.chain(table, Chains.KUBELET_CANARY);
    }
    if (family == IpFamily.IPV4) {
      rules.chain(TableName.FILTER, Chains.FIREWALL);
      rules.rule(
          TableName.FILTER,
          Chains.FIREWALL,
          Rule.builder()
              .comment("block incoming localnet connections")
              .destination(LOOPBACK_V4)
              .notSource(LOOPBACK_V4)
              .notConntrackState(StateMask.RELATED | StateMask.ESTABLISHED | StateMask.DNAT)
              .drop());
    }
  }

  private void chains() {
    for (String chain :
        List.of(
            Chains.SERVICES,
            Chains.POSTROUTING,
            Chains.NODE_PORT,
            Chains.LOAD_BALANCER,
            Chains.MARK_MASQ)) {
      rules.chain(TableName.NAT, chain);
    }
    for (String chain :
        List.of(
            Chains.FORWARD,
            Chains.NODE_PORT,
            Chains.PROXY_FIREWALL,
            Chains.SOURCE_RANGES_FIREWALL,
            Chains.IPVS_FILTER,
            Chains.IPVS_OUT_FILTER)) {
      rules.chain(TableName.FILTER, chain);
    }
  }

  /** kube-proxy puts each jump in front of what is there, so the last one stands first. */
  private void filterJumps() {
    Rule firewall = Rule.builder().comment("kube-proxy firewall rules").jump(Chains.PROXY_FIREWALL);
    rules.rule(
        TableName.FILTER,
        "INPUT",
        Rule.builder().comment("kubernetes ipvs access filter").jump(Chains.IPVS_FILTER),
        firewall,
        Rule.builder().comment("kubernetes health check rules").jump(Chains.NODE_PORT));
    rules.rule(
        TableName.FILTER,
        "FORWARD",
        firewall,
        Rule.builder().comment("kubernetes forwarding rules").jump(Chains.FORWARD));
    rules.rule(
        TableName.FILTER,
        "OUTPUT",
        Rule.builder().comment("kubernetes ipvs access filter").jump(Chains.IPVS_OUT_FILTER));
    if (family == IpFamily.IPV4) {
      Rule martians = Rule.builder().jump(Chains.FIREWALL);
      rules.rule(TableName.FILTER, "INPUT", martians);
      rules.rule(TableName.FILTER, "OUTPUT", martians);
    }
  }

  private void natJumps() {
    Rule services = Rule.builder().comment("kubernetes service portals").jump(Chains.SERVICES);
    rules.rule(TableName.NAT, "PREROUTING", services);
    rules.rule(TableName.NAT, "OUTPUT", services);
    rules.rule(
        TableName.NAT,
        "POSTROUTING",
        Rule.builder().comment("kubernetes postrouting rules").jump(Chains.POSTROUTING));
  }

  private void services() {
    services(Rule.builder().source(v4() ? LOOPBACK_V4 : LOOPBACK_V6).returns());
    if (has(KubeSet.LOAD_BALANCER)) {
      services(in(KubeSet.LOAD_BALANCER, "dd").jump(Chains.LOAD_BALANCER));
    }
    if (has(KubeSet.LOAD_BALANCER_LOCAL)) {
      rules.rule(
          TableName.NAT, Chains.LOAD_BALANCER, in(KubeSet.LOAD_BALANCER_LOCAL, "dd").returns());
    }
    rules.rule(TableName.NAT, Chains.LOAD_BALANCER, Rule.builder().jump(Chains.MARK_MASQ));
    if (has(KubeSet.CLUSTER_IP)) {
      services(clusterIP());
    }
    if (has(KubeSet.EXTERNAL_IP)) {
      services(in(KubeSet.EXTERNAL_IP, "dd").jump(Chains.MARK_MASQ));
      externalIPs(KubeSet.EXTERNAL_IP);
    }
    if (has(KubeSet.EXTERNAL_IP_LOCAL)) {
      externalIPs(KubeSet.EXTERNAL_IP_LOCAL);
    }
    services(Rule.builder().destinationType(AddressType.LOCAL).jump(Chains.NODE_PORT));
    // Whatever else is in these chains does not get to see traffic of virtual servers.
    for (KubeSet set : List.of(KubeSet.CLUSTER_IP, KubeSet.LOAD_BALANCER)) {
      if (has(set)) {
        services(Rule.builder().inSet(set.name(family), "dd").accept());
      }
    }
  }

  /** Without a way to tell Pods, only the node's own traffic is known to need masquerading. */
  private Rule clusterIP() {
    if (settings.masqueradeAll()) {
      return in(KubeSet.CLUSTER_IP, "dd").jump(Chains.MARK_MASQ);
    }
    if (settings.localDetector().isImplemented()) {
      RuleBuilder rule = in(KubeSet.CLUSTER_IP, "dd");
      return settings.localDetector().accept(new IfNotLocal(rule)).jump(Chains.MARK_MASQ);
    }
    return in(KubeSet.CLUSTER_IP, "sd").jump(Chains.MARK_MASQ);
  }

  /** Pods may not take an external IP that is not the node's: it may be somebody else's. */
  private void externalIPs(KubeSet set) {
    services(in(set, "dd").physdevIsIn(false).notSourceType(AddressType.LOCAL).accept());
    services(in(set, "dd").destinationType(AddressType.LOCAL).accept());
  }

  private void services(Rule rule) {
    rules.rule(TableName.NAT, Chains.SERVICES, rule);
  }

  private void nodePorts() {
    for (NodePortSets sets : NodePortSets.ALL) {
      if (has(sets.local())) {
        nodePort(in(sets.local(), sets.directions()).protocol(sets.protocol()).returns());
      }
      if (has(sets.all())) {
        nodePort(
            in(sets.all(), sets.directions()).protocol(sets.protocol()).jump(Chains.MARK_MASQ));
      }
    }
  }

  private void nodePort(Rule rule) {
    rules.rule(TableName.NAT, Chains.NODE_PORT, rule);
  }

  private void masquerade() {
    int mark = settings.masqueradeMark();
    if (has(KubeSet.LOOP_BACK)) {
      rules.rule(TableName.NAT, Chains.POSTROUTING, in(KubeSet.LOOP_BACK, "dds").masquerade(false));
    }
    rules.rule(
        TableName.NAT,
        Chains.POSTROUTING,
        Rule.builder().notMark(mark, mark).returns(),
        Rule.builder().xorMark(mark),
        Rule.builder()
            .comment("kubernetes service traffic requiring SNAT")
            .masquerade(settings.randomFully()));
    rules.rule(TableName.NAT, Chains.MARK_MASQ, Rule.builder().orMark(mark));
  }

  private RuleBuilder in(KubeSet set, String directions) {
    return Rule.builder().comment(set.comment()).inSet(set.name(family), directions);
  }

  private boolean has(KubeSet set) {
    return inputs.filled().contains(set);
  }

  private boolean v4() {
    return family == IpFamily.IPV4;
  }
}
