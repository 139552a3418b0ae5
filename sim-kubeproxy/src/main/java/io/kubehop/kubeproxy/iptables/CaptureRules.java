package io.kubehop.kubeproxy.iptables;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.rule.RuleBuilder;
import io.kubehop.core.netfilter.ruleset.RuleBlock;
import io.kubehop.kubeproxy.services.ServicePortInfo;

/**
 * What one port contributes to the chains that all Services share: its addresses and ports lead to
 * its own chains (nat); where there is no endpoint they are refused, and where there is none here
 * they are dropped (filter).
 */
final class CaptureRules {
  private final PortPlan plan;
  private final ServicePortInfo port;
  private final RuleBlock.Builder block;

  private CaptureRules(PortPlan plan, RuleBlock.Builder block) {
    this.plan = plan;
    this.port = plan.port;
    this.block = block;
  }

  static void write(PortPlan plan, RuleBlock.Builder block) {
    CaptureRules rules = new CaptureRules(plan, block);
    rules.clusterIP();
    rules.externalIPs();
    rules.loadBalancerVIPs();
    rules.nodePort();
    rules.healthCheckNodePort();
  }

  private void clusterIP() {
    if (plan.hasInternalEndpoints()) {
      services(port.clusterIP(), " cluster IP", plan.internalChain());
    } else {
      filter(Chains.SERVICES, refused(address(withoutEndpoints(), port.clusterIP())));
    }
  }

  private void externalIPs() {
    for (IpAddress address : port.externalIPs()) {
      if (plan.endpoints.hasAny()) {
        services(address, " external IP", plan.chains.external());
      }
      refuseExternal(address);
    }
  }

  private void loadBalancerVIPs() {
    for (IpAddress address : port.loadBalancerVIPs()) {
      if (plan.endpoints.hasAny()) {
        services(address, " loadbalancer IP", plan.loadBalancerChain());
      }
      if (plan.usesFirewallChain()) {
        String comment = " traffic not accepted by " + plan.chains.firewall();
        filter(Chains.PROXY_FIREWALL, address(comment, address).drop());
      }
      refuseExternal(address);
    }
  }

  private void refuseExternal(IpAddress address) {
    if (!plan.hasExternalEndpoints()) {
      filter(Chains.EXTERNAL_SERVICES, refused(address(withoutEndpoints(), address)));
    }
  }

  /** Load balancer source ranges do not apply to node ports. */
  private void nodePort() {
    if (port.nodePort() == 0) {
      return;
    }
    if (plan.endpoints.hasAny()) {
      Rule rule = toNodePort(plan.rule().comment(plan.name)).jump(plan.chains.external());
      block.rule(TableName.NAT, Chains.NODE_PORTS, rule);
    }
    if (!plan.hasExternalEndpoints()) {
      RuleBuilder rule =
          plan.rule().comment(plan.name + withoutEndpoints()).destinationType(AddressType.LOCAL);
      filter(Chains.EXTERNAL_SERVICES, refused(toNodePort(rule)));
    }
  }

  private RuleBuilder toNodePort(RuleBuilder rule) {
    return rule.protocol(port.name().protocol()).destinationPort(port.nodePort());
  }

  private void healthCheckNodePort() {
    if (port.healthCheckNodePort() != 0) {
      filter(
          Chains.NODE_PORTS,
          plan.rule()
              .comment(plan.name + " health check node port")
              .protocol(Protocol.TCP)
              .destinationPort(port.healthCheckNodePort())
              .accept());
    }
  }

  private void services(IpAddress address, String comment, String chain) {
    block.rule(TableName.NAT, Chains.SERVICES, address(comment, address).jump(chain));
  }

  private void filter(String chain, Rule rule) {
    block.rule(TableName.FILTER, chain, rule);
  }

  private RuleBuilder address(String comment, IpAddress address) {
    return plan.rule()
        .comment(plan.name + comment)
        .protocol(port.name().protocol())
        .destination(address)
        .destinationPort(port.port());
  }

  private String withoutEndpoints() {
    return plan.endpoints.hasAny() ? " has no local endpoints" : " has no endpoints";
  }

  private Rule refused(RuleBuilder rule) {
    return plan.endpoints.hasAny() ? rule.drop() : rule.reject(plan.family());
  }
}
