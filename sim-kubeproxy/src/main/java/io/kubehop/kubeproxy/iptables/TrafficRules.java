package io.kubehop.kubeproxy.iptables;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.rule.RuleBuilder;
import io.kubehop.core.netfilter.ruleset.RuleBlock;
import io.kubehop.kubeproxy.services.ServicePortInfo;

/**
 * The chains of one port before an endpoint is chosen: who is masqueraded, whose traffic follows
 * which policy, and which clients a load balancer address is open to.
 */
final class TrafficRules {
  private final PortPlan plan;
  private final ServicePortInfo port;
  private final RuleBlock.Builder block;

  private TrafficRules(PortPlan plan, RuleBlock.Builder block) {
    this.plan = plan;
    this.port = plan.port;
    this.block = block;
  }

  /** Writes the head of the chain that traffic to the cluster IP takes. */
  static void writeInternal(PortPlan plan, RuleBlock.Builder block) {
    new TrafficRules(plan, block).internal();
  }

  /** Writes the chains that traffic to other addresses takes first. */
  static void writeExternal(PortPlan plan, RuleBlock.Builder block) {
    TrafficRules rules = new TrafficRules(plan, block);
    if (plan.usesExternalChain()) {
      rules.external();
    }
    if (plan.usesFirewallChain()) {
      rules.firewall();
    }
  }

  /**
   * What is not from a Pod of the cluster may have been routed to this node for the cluster IP
   * alone; the answer has to come back this way.
   */
  private void internal() {
    if (plan.settings.masqueradeAll()) {
      add(plan.internalChain(), toClusterIP().jump(Chains.MARK_MASQ));
    } else if (plan.settings.localDetector().isImplemented()) {
      RuleBuilder rule = plan.settings.localDetector().accept(new IfNotLocal(toClusterIP()));
      add(plan.internalChain(), rule.jump(Chains.MARK_MASQ));
    }
  }

  private RuleBuilder toClusterIP() {
    return plan.rule()
        .comment(plan.name + " cluster IP")
        .protocol(port.name().protocol())
        .destination(port.clusterIP())
        .destinationPort(port.port());
  }

  private void external() {
    if (port.externalPolicyLocal()) {
      shortCircuit();
    } else {
      add(
          plan.chains.external(),
          plan.rule()
              .comment("masquerade traffic for " + plan.name + " external destinations")
              .jump(Chains.MARK_MASQ));
    }
    if (plan.hasExternalEndpoints()) {
      add(plan.chains.external(), plan.rule().jump(plan.externalPolicyChain()));
    }
  }

  /**
   * Pods and the node itself use all endpoints, as if they had gone out to a load balancer and come
   * back in anywhere. The node's own source address may be the very address of the load balancer.
   */
  private void shortCircuit() {
    String destinations = " traffic for " + plan.name + " external destinations";
    if (plan.settings.localDetector().isImplemented()) {
      RuleBuilder rule =
          plan.settings
              .localDetector()
              .accept(new IfLocal(plan.rule().comment("pod" + destinations)));
      add(plan.chains.external(), rule.jump(plan.chains.cluster()));
    }
    add(
        plan.chains.external(),
        fromNode("masquerade LOCAL" + destinations).jump(Chains.MARK_MASQ),
        fromNode("route LOCAL" + destinations).jump(plan.chains.cluster()));
  }

  private RuleBuilder fromNode(String comment) {
    return plan.rule().comment(comment).sourceType(AddressType.LOCAL);
  }

  /** What reaches the end is not translated, so that KUBE-PROXY-FIREWALL finds and drops it. */
  private void firewall() {
    for (Cidr range : port.loadBalancerSourceRanges()) {
      add(plan.chains.firewall(), toLoadBalancer().source(range).jump(plan.chains.external()));
    }
    if (plan.circumstances.nodeAdmitted()) {
      // where the load balancer's address is a local one, the node uses it as source
      for (IpAddress address : port.loadBalancerVIPs()) {
        add(plan.chains.firewall(), toLoadBalancer().source(address).jump(plan.chains.external()));
      }
    }
    add(
        plan.chains.firewall(),
        plan.rule()
            .comment("other traffic to " + plan.name + " will be dropped by KUBE-PROXY-FIREWALL")
            .noTarget());
  }

  private RuleBuilder toLoadBalancer() {
    return plan.rule().comment(plan.name + " loadbalancer IP");
  }

  private void add(String chain, Rule... rules) {
    block.chain(TableName.NAT, chain, rules);
  }
}
