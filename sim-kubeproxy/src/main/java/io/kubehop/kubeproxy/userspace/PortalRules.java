package io.kubehop.kubeproxy.userspace;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.matches.State;
import io.kubehop.core.netfilter.matches.StateMask;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.rule.RuleBuilder;
import io.kubehop.core.netfilter.ruleset.RuleBlock;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.kubeproxy.services.ServicePortInfo;

/**
 * The rules that lead a Service's addresses to its proxy port (proxier.go, {@code openPortal} and
 * {@code openNodePort}). Packets from Pods and from outside meet the chains {@code -CONTAINER}, the
 * node's own the chains {@code -HOST}.
 */
final class PortalRules {
  private static final String PORTALS_CONTAINER = "KUBE-PORTALS-CONTAINER";
  private static final String PORTALS_HOST = "KUBE-PORTALS-HOST";
  private static final String NODEPORT_CONTAINER = "KUBE-NODEPORT-CONTAINER";
  private static final String NODEPORT_HOST = "KUBE-NODEPORT-HOST";
  private static final String NODEPORT_NON_LOCAL = "KUBE-NODEPORT-NON-LOCAL";

  private final ServicePortInfo port;
  private final SocketAddress proxy;
  private final RuleBlock.Builder block;

  private PortalRules(ServicePortInfo port, SocketAddress proxy) {
    this.port = port;
    this.proxy = proxy;
    this.block = RuleBlock.builder(port.name().toString());
  }

  /**
   * What there is without any Service. Addresses of Services come before node ports, since they may
   * be addresses of the node.
   */
  static Ruleset base(IpFamily family) {
    Rule nonLocal =
        Rule.builder()
            .comment("Ensure that non-local NodePort traffic can flow")
            .jump(NODEPORT_NON_LOCAL);
    return Ruleset.builder(family)
        .chain(TableName.FILTER, NODEPORT_NON_LOCAL)
        .rule(TableName.FILTER, "INPUT", nonLocal)
        .chain(TableName.NAT, NODEPORT_CONTAINER)
        .chain(TableName.NAT, NODEPORT_HOST)
        .chain(TableName.NAT, PORTALS_CONTAINER)
        .chain(TableName.NAT, PORTALS_HOST)
        .rule(TableName.NAT, "PREROUTING", portals(PORTALS_CONTAINER), ports(NODEPORT_CONTAINER))
        .rule(TableName.NAT, "OUTPUT", portals(PORTALS_HOST), ports(NODEPORT_HOST))
        .build();
  }

  private static Rule portals(String chain) {
    return Rule.builder()
        .comment("handle ClusterIPs; NOTE: this must be before the NodePort rules")
        .jump(chain);
  }

  private static Rule ports(String chain) {
    return Rule.builder()
        .destinationType(AddressType.LOCAL)
        .comment("handle service NodePorts; NOTE: this must be the last rule in the chain")
        .jump(chain);
  }

  /**
   * The rules of one port of a Service.
   *
   * @param proxy where its proxy listens
   */
  static RuleBlock of(ServicePortInfo port, SocketAddress proxy) {
    PortalRules rules = new PortalRules(port, proxy);
    rules.portal(port.clusterIP());
    port.externalIPs().forEach(rules::externalPortal);
    port.loadBalancerVIPs().forEach(rules::portal);
    if (port.nodePort() != 0) {
      rules.nodePort();
    }
    return rules.block.build();
  }

  private void portal(IpAddress address) {
    add(PORTALS_CONTAINER, to(port.port()).destination(address));
    add(PORTALS_HOST, to(port.port()).destination(address));
  }

  /**
   * An external IP is somebody else's address as well: what a bridge passes on for it is left alone
   * unless the address is the node's own.
   */
  private void externalPortal(IpAddress address) {
    add(PORTALS_CONTAINER, to(port.port()).destination(address).physdevIsIn(false));
    add(PORTALS_CONTAINER, to(port.port()).destination(address).destinationType(AddressType.LOCAL));
    add(PORTALS_HOST, to(port.port()).destination(address).destinationType(AddressType.LOCAL));
  }

  private void nodePort() {
    add(NODEPORT_CONTAINER, to(port.nodePort()));
    add(NODEPORT_HOST, to(port.nodePort()));
    block.rule(
        TableName.FILTER,
        NODEPORT_NON_LOCAL,
        to(proxy.port()).match(new State(false, StateMask.NEW)).accept());
  }

  private RuleBuilder to(int destinationPort) {
    return Rule.builder()
        .origin("Service/" + port.name().namespace() + "/" + port.name().name())
        .comment(port.name().toString())
        .protocol(port.name().protocol())
        .destinationPort(destinationPort);
  }

  private void add(String chain, RuleBuilder rule) {
    block.rule(TableName.NAT, chain, rule.dnat(proxy.address(), proxy.port()));
  }
}
