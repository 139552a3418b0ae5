package io.kubehop.kubeproxy.iptables;

import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.rule.RuleBuilder;
import io.kubehop.core.netfilter.ruleset.RuleBlock;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import java.util.List;

/**
 * The choice of an endpoint, and the chain of each endpoint. In large clusters without comments.
 */
final class EndpointRules {
  private final PortPlan plan;
  private final ServicePortInfo port;
  private final RuleBlock.Builder block;

  private EndpointRules(PortPlan plan, RuleBlock.Builder block) {
    this.plan = plan;
    this.port = plan.port;
    this.block = block;
  }

  /** Writes the choice among endpoints for policy Cluster, with their chains. */
  static void writeCluster(PortPlan plan, RuleBlock.Builder block) {
    EndpointRules rules = new EndpointRules(plan, block);
    rules.choose(plan.chains.cluster(), plan.endpoints.cluster());
    plan.endpoints.cluster().forEach(rules::endpoint);
  }

  /** Writes the choice among endpoints for policy Local, with the chains that are not there yet. */
  static void writeLocal(PortPlan plan, RuleBlock.Builder block) {
    EndpointRules rules = new EndpointRules(plan, block);
    rules.choose(plan.chains.local(), plan.endpoints.local());
    plan.endpoints.onlyLocal().forEach(rules::endpoint);
  }

  /**
   * The endpoint that the client has, else one by chance: each rule takes its share of the rest.
   */
  private void choose(String chain, List<ProxyEndpoint> endpoints) {
    if (port.hasAffinity()) {
      for (ProxyEndpoint endpoint : endpoints) {
        String to = chainOf(endpoint);
        add(
            chain,
            leadingTo(endpoint).recentCheck(to, port.affinitySeconds(), plan.family()).jump(to));
      }
    }
    for (int i = 0; i < endpoints.size(); i++) {
      RuleBuilder rule = leadingTo(endpoints.get(i));
      int left = endpoints.size() - i;
      if (left > 1) {
        rule.probability(Probability.oneIn(left));
      }
      add(chain, rule.jump(chainOf(endpoints.get(i))));
    }
  }

  private String chainOf(ProxyEndpoint endpoint) {
    return ChainNames.endpoint(port.name(), endpoint);
  }

  private RuleBuilder leadingTo(ProxyEndpoint endpoint) {
    RuleBuilder rule = plan.rule();
    return isShort() ? rule : rule.comment(plan.name + " -> " + endpoint);
  }

  private void endpoint(ProxyEndpoint endpoint) {
    String chain = chainOf(endpoint);
    RuleBuilder dnat = commented();
    if (port.hasAffinity()) {
      dnat.recentSet(chain, plan.family());
    }
    add(
        chain,
        commented().source(endpoint.address().address()).jump(Chains.MARK_MASQ),
        dnat.protocol(port.name().protocol())
            .protocolMatch()
            .dnat(endpoint.address().address(), endpoint.address().port()));
  }

  private RuleBuilder commented() {
    RuleBuilder rule = plan.rule();
    return isShort() ? rule : rule.comment(plan.name);
  }

  private boolean isShort() {
    return plan.circumstances.largeCluster();
  }

  private void add(String chain, Rule... rules) {
    block.chain(TableName.NAT, chain, rules);
  }
}
