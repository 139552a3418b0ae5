package io.kubehop.kubeproxy.iptables;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.rule.RuleBuilder;
import io.kubehop.kubeproxy.config.ProxySettings;
import io.kubehop.kubeproxy.services.EndpointCategories;
import io.kubehop.kubeproxy.services.PortTraffic;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import io.kubehop.kubeproxy.sync.Circumstances;

/**
 * What follows for one port of a Service on a node from its policies and endpoints: which chains
 * there are, and which of them traffic takes.
 */
final class PortPlan {
  final ServicePortInfo port;
  final EndpointCategories endpoints;
  final Circumstances circumstances;
  final ProxySettings settings;
  final ChainNames chains;
  final String name;
  private final PortTraffic traffic;
  private final String origin;

  PortPlan(
      ServicePortInfo port,
      EndpointCategories endpoints,
      Circumstances circumstances,
      ProxySettings settings) {
    this.port = port;
    this.endpoints = endpoints;
    this.circumstances = circumstances;
    this.settings = settings;
    this.chains = ChainNames.of(port.name());
    this.name = port.name().toString();
    this.traffic = new PortTraffic(port, endpoints);
    this.origin = "Service/" + port.name().namespace() + "/" + port.name().name();
  }

  IpFamily family() {
    return settings.family();
  }

  /** Begins a rule that is written for the Service. */
  RuleBuilder rule() {
    return Rule.builder().origin(origin);
  }

  boolean hasInternalEndpoints() {
    return traffic.hasInternalEndpoints();
  }

  boolean hasExternalEndpoints() {
    return traffic.hasExternalEndpoints();
  }

  boolean usesClusterChain() {
    return traffic.usesClusterChain();
  }

  boolean usesLocalChain() {
    return traffic.usesLocalChain();
  }

  boolean usesExternalChain() {
    return traffic.usesExternalChain();
  }

  boolean usesFirewallChain() {
    return endpoints.hasAny() && port.hasFirewall();
  }

  /** Where traffic to the cluster IP goes. */
  String internalChain() {
    return port.internalPolicyLocal() ? chains.local() : chains.cluster();
  }

  /** Where traffic from outside goes behind the external chain. */
  String externalPolicyChain() {
    return port.externalPolicyLocal() ? chains.local() : chains.cluster();
  }

  /** Where traffic to load balancer addresses goes. */
  String loadBalancerChain() {
    return usesFirewallChain() ? chains.firewall() : chains.external();
  }
}
