package io.kubehop.kubeproxy.iptables;

import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.rule.RuleBuilder;
import io.kubehop.core.netfilter.ruleset.RuleBlock;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The choice of an endpoint, and the chain of each endpoint. In large clusters without comments.
 */
final class EndpointRules {
  private final PortPlan plan;
  private final ServicePortInfo port;
  private final RuleBlock.Builder block;
  private final Map<ProxyEndpoint, String> chains = new LinkedHashMap<>();

  private EndpointRules(PortPlan plan, RuleBlock.Builder block) {
    this.plan = plan;
    this.port = plan.port;
    this.block = block;
    plan.endpoints
        .reachable()
        .forEach(endpoint -> chains.put(endpoint, ChainNames.endpoint(port.name(), endpoint)));
  }

  static void write(PortPlan plan, RuleBlock.Builder block) {
    EndpointRules rules = new EndpointRules(plan, block);
    if (plan.usesClusterChain()) {
      rules.choose(plan.chains.cluster(), plan.endpoints.cluster());
    }
    if (plan.usesLocalChain()) {
      rules.choose(plan.chains.local(), plan.endpoints.local());
    }
    rules.chains.forEach(rules::endpoint);
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
    return chains.computeIfAbsent(endpoint, e -> ChainNames.endpoint(port.name(), e));
  }

  private RuleBuilder leadingTo(ProxyEndpoint endpoint) {
    RuleBuilder rule = plan.rule();
    return isShort() ? rule : rule.comment(plan.name + " -> " + endpoint);
  }

  private void endpoint(ProxyEndpoint endpoint, String chain) {
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
