package io.kubehop.kubeproxy.iptables;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
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

/** The rules that a node has whatever Services there are. */
final class BaseRules {
  private static final Cidr LOOPBACK_V4 = Cidr.parse("127.0.0.0/8");
  private static final Cidr LOOPBACK_V6 = Cidr.parse("::1/128");

  private final ProxySettings settings;
  private final List<IpAddress> nodePortAddresses;
  private final RulesetBuilder rules;

  private BaseRules(ProxySettings settings, List<IpAddress> nodePortAddresses) {
    this.settings = settings;
    this.nodePortAddresses = nodePortAddresses;
    this.rules = Ruleset.builder(settings.family());
  }

  /**
   * Writes them.
   *
   * @param nodePortAddresses the addresses of the node that take node ports, where not all do
   */
  static Ruleset of(ProxySettings settings, List<IpAddress> nodePortAddresses) {
    BaseRules base = new BaseRules(settings, nodePortAddresses);
    base.kubelet();
    base.filterJumps();
    base.natJumps();
    base.firewall();
    base.forward();
    base.masquerade();
    base.nodePorts();
    return base.rules.build();
  }

  /** Kubelet has been there first, so its jumps come behind those of kube-proxy. */
  private void kubelet() {
    rules.chain(TableName.MANGLE, Chains.IPTABLES_HINT);
    for (TableName table : List.of(TableName.MANGLE, TableName.NAT, TableName.FILTER)) {
      rules.chain(table, Chains.KUBELET_CANARY);
      rules.chain(table, Chains.PROXY_CANARY);
    }
    rules.chain(TableName.FILTER, Chains.FIREWALL);
  }

  /** kube-proxy puts each of its jumps in front of what is there, so the last one stands first. */
  private void filterJumps() {
    for (String chain :
        List.of(
            Chains.SERVICES,
            Chains.EXTERNAL_SERVICES,
            Chains.FORWARD,
            Chains.NODE_PORTS,
            Chains.PROXY_FIREWALL)) {
      rules.chain(TableName.FILTER, chain);
    }
    Rule balancers = ofNew("kubernetes load balancer firewall").jump(Chains.PROXY_FIREWALL);
    Rule services = ofNew("kubernetes service portals").jump(Chains.SERVICES);
    Rule external =
        ofNew("kubernetes externally-visible service portals").jump(Chains.EXTERNAL_SERVICES);
    Rule healthChecks =
        Rule.builder().comment("kubernetes health check service ports").jump(Chains.NODE_PORTS);
    Rule forwarding = Rule.builder().comment("kubernetes forwarding rules").jump(Chains.FORWARD);
    Rule martians = Rule.builder().jump(Chains.FIREWALL);
    rules.rule(TableName.FILTER, "INPUT", balancers, healthChecks, external, martians);
    rules.rule(TableName.FILTER, "FORWARD", balancers, forwarding, services, external);
    rules.rule(TableName.FILTER, "OUTPUT", balancers, services, martians);
  }

  private static RuleBuilder ofNew(String comment) {
    return Rule.builder().conntrackState(StateMask.NEW).comment(comment);
  }

  private void natJumps() {
    for (String chain :
        List.of(Chains.SERVICES, Chains.NODE_PORTS, Chains.POSTROUTING, Chains.MARK_MASQ)) {
      rules.chain(TableName.NAT, chain);
    }
    Rule services = Rule.builder().comment("kubernetes service portals").jump(Chains.SERVICES);
    rules.rule(TableName.NAT, "PREROUTING", services);
    rules.rule(TableName.NAT, "OUTPUT", services);
    rules.rule(
        TableName.NAT,
        "POSTROUTING",
        Rule.builder().comment("kubernetes postrouting rules").jump(Chains.POSTROUTING));
  }

  /** With {@code route_localnet}, node ports on 127.0.0.1 would open that network to others. */
  private void firewall() {
    if (settings.localhostNodePorts()) {
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

  /** The mark is on first packets only; what follows them is let through by its state. */
  private void forward() {
    int mark = settings.masqueradeMark();
    if (settings.dropInvalid()) {
      rules.rule(
          TableName.FILTER,
          Chains.FORWARD,
          Rule.builder().conntrackState(StateMask.INVALID).drop());
    }
    rules.rule(
        TableName.FILTER,
        Chains.FORWARD,
        Rule.builder().comment("kubernetes forwarding rules").mark(mark, mark).accept(),
        Rule.builder()
            .comment("kubernetes forwarding conntrack rule")
            .conntrackState(StateMask.RELATED | StateMask.ESTABLISHED)
            .accept());
  }

  private void masquerade() {
    int mark = settings.masqueradeMark();
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

  /** Last, since addresses of Services may be addresses of the node too. */
  private void nodePorts() {
    if (!settings.nodePortAddresses().matchesAll()) {
      nodePortAddresses.stream()
          .filter(address -> !address.isLoopback() || settings.localhostNodePorts())
          .forEach(address -> toNodePorts(nodePortRule().destination(address)));
      return;
    }
    RuleBuilder rule = nodePortRule().destinationType(AddressType.LOCAL);
    if (settings.family() == IpFamily.IPV6) {
      rule.notDestination(LOOPBACK_V6);
    } else if (!settings.localhostNodePorts()) {
      rule.notDestination(LOOPBACK_V4);
    }
    toNodePorts(rule);
  }

  private static RuleBuilder nodePortRule() {
    return Rule.builder()
        .comment("kubernetes service nodeports; NOTE: this must be the last rule in this chain");
  }

  private void toNodePorts(RuleBuilder rule) {
    rules.lastRule(TableName.NAT, Chains.SERVICES, rule.jump(Chains.NODE_PORTS));
  }
}
