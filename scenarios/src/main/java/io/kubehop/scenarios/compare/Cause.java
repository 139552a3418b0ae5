package io.kubehop.scenarios.compare;

import static io.kubehop.kubeproxy.config.ProxyMode.IPVS;
import static io.kubehop.kubeproxy.config.ProxyMode.NFTABLES;
import static io.kubehop.kubeproxy.config.ProxyMode.USERSPACE;

import io.kubehop.core.app.Outcome;
import io.kubehop.kubeproxy.config.ProxyMode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why a mode does something else than iptables mode, as far as it is documented. The first cause
 * that fits a difference counts.
 */
public enum Cause {
  /** Node ports on 127.0.0.1 need {@code route_localnet}, which only iptables mode sets. */
  NFTABLES_LOOPBACK(
      NFTABLES,
      "node ports are not at the loopback address",
      "nftables mode leaves route_localnet alone; use an address of the node",
      "kubernetes.io, Virtual IPs and Service Proxies, \"NodePort services on 127.0.0.1\"; KEP-3866",
      difference -> difference.isTo(Target.LOOPBACK_NODE_PORT)),
  /** Node ports are on primary addresses unless the configuration says otherwise. */
  NFTABLES_PRIMARY(
      NFTABLES,
      "node ports are at the primary addresses of the node only",
      "set nodePortAddresses to the ranges that should take node ports",
      "kubernetes.io, Virtual IPs and Service Proxies, \"NodePort interfaces\"; KEP-3866",
      difference -> difference.isTo(Target.SECONDARY_NODE_PORT)),
  /** Ports that the Service does not have are refused at its cluster IP. */
  NFTABLES_CLOSED_PORT(
      NFTABLES,
      "a port that the Service does not have is rejected at its cluster IP",
      "iptables mode knows nothing of it, and the packet leaves by the default route",
      "pkg/proxy/nftables/proxier.go, cluster-ips-check; KEP-3866",
      difference -> difference.isTo(Target.CLOSED_PORT)),
  /** Addresses of the range that no Service has are dropped. */
  NFTABLES_UNALLOCATED(
      NFTABLES,
      "an address for Services that no Service has is dropped",
      "iptables mode knows nothing of it, and the packet leaves by the default route",
      "pkg/proxy/nftables/proxier.go, cluster-ips-check; KEP-3866",
      difference -> difference.isTo(Target.UNALLOCATED)),
  /** The check for endpoints stands at the output hook as well. */
  NFTABLES_NODE_NO_ENDPOINT(
      NFTABLES,
      "the node itself is told that an external address has no endpoint",
      "iptables mode does not ask KUBE-EXTERNAL-SERVICES in OUTPUT, and the packet leaves",
      "pkg/proxy/nftables/proxier.go, filter-output",
      difference ->
          difference.isFrom(Client.NODE)
              && Conditions.isExternal(difference)
              && !difference.iptables().arrives()
              && Conditions.isRefusedIn(difference)),
  /** Source ranges are looked at before anything else. */
  NFTABLES_FIREWALL_FIRST(
      NFTABLES,
      "loadBalancerSourceRanges count before it is asked for endpoints",
      "who may not come is dropped, and not told that there is no endpoint",
      "pkg/proxy/nftables/proxier.go, firewall-check at priority -110",
      difference ->
          Conditions.hasSourceRanges(difference) && difference.found().isOnly(Outcome.DROPPED)),
  /** There is no proxy for SCTP. */
  USERSPACE_SCTP(
      USERSPACE,
      "SCTP is not proxied",
      "use any other mode",
      "pkg/proxy/userspace/proxysocket.go (1.25)",
      Conditions::isSctp),
  /** There is one family only. */
  USERSPACE_FAMILY(
      USERSPACE,
      "only the first address family of a node is proxied",
      "use any other mode",
      "cmd/kube-proxy/app/server_others.go (1.25)",
      difference -> difference.iptables().arrives() && Conditions.isOfOtherFamily(difference)),
  /** Source ranges are not known. */
  USERSPACE_SOURCE_RANGES(
      USERSPACE,
      "loadBalancerSourceRanges are not looked at",
      "whoever reaches the load balancer's address is let in",
      "pkg/proxy/userspace/proxier.go (1.25)",
      difference ->
          Conditions.hasSourceRanges(difference)
              && difference.iptables().isOnly(Outcome.DROPPED)
              && difference.found().arrives()),
  /** A proxy accepts before it knows of an endpoint. */
  USERSPACE_NO_ENDPOINT(
      USERSPACE,
      "without endpoints the connection is accepted and broken off",
      "the proxy listens whether there are endpoints or not; a datagram is lost",
      "pkg/proxy/userspace/proxysocket.go (1.25)",
      difference ->
          difference.found().endpoints().isEmpty() && difference.iptables().endpoints().isEmpty()),
  /** Policies are not known. */
  USERSPACE_POLICIES(
      USERSPACE,
      "traffic policies are not followed",
      "endpoints on all nodes take turns",
      "pkg/proxy/userspace/roundrobin.go (1.25); KEP-2086",
      difference -> difference.endpointsDiffer() && Conditions.hasPolicyLocal(difference)),
  /** An external IP is somebody else's unless the node has it. */
  USERSPACE_EXTERNAL_IP(
      USERSPACE,
      "a node reaches external IPs only if they are its own",
      "KUBE-PORTALS-HOST asks for local addresses",
      "pkg/proxy/userspace/proxier.go (1.25), openOnePortal",
      difference ->
          difference.isFrom(Client.NODE)
              && difference.isTo(Target.EXTERNAL_IP)
              && !difference.found().arrives()),
  /** Neither hints nor endpoints on their way out are known. */
  USERSPACE_ENDPOINTS(
      USERSPACE,
      "all ready endpoints are used, and no others",
      "topology hints and endpoints on their way out are not known",
      "pkg/proxy/userspace/roundrobin.go (1.25)",
      Difference::endpointsDiffer),
  /** The proxy makes a connection of its own. */
  USERSPACE_SOURCE(
      USERSPACE,
      "endpoints see the node and not the client",
      "the proxy makes a connection of its own",
      "pkg/proxy/userspace/proxysocket.go (1.25)",
      Difference::onlySourcesDiffer),
  /** Node ports on 127.0.0.1 are no virtual servers. */
  IPVS_LOOPBACK(
      IPVS,
      "node ports are not at the loopback address",
      "no virtual server is made for 127.0.0.1; use an address of the node",
      "pkg/proxy/ipvs/proxier.go, nodePortAddresses",
      difference -> difference.isTo(Target.LOOPBACK_NODE_PORT)),
  /** Cluster IPs are addresses of the node. */
  IPVS_CLOSED_PORT(
      IPVS,
      "a port that the Service does not have is rejected at its cluster IP",
      "every cluster IP is an address of kube-ipvs0, and KUBE-IPVS-FILTER rejects the rest",
      "pkg/proxy/ipvs/README.md; pkg/proxy/ipvs/proxier.go, KUBE-IPVS-FILTER",
      difference -> difference.isTo(Target.CLOSED_PORT)),
  /** The kernel takes no range of length 0 into a set of addresses, ports and networks. */
  IPVS_ZERO_RANGE(
      IPVS,
      "a source range of length 0 admits nobody",
      "the kernel takes no such network into a set; leave loadBalancerSourceRanges out",
      "net/netfilter/ipset/ip_set_hash_ipportnet.c, IPSET_ERR_INVALID_CIDR",
      difference -> Conditions.hasSourceRanges(difference) && Conditions.admitsAll(difference)),
  /** {@code internalTrafficPolicy: Local} is no reason to have no endpoint. */
  IPVS_INTERNAL_LOCAL(
      IPVS,
      "internal policy Local is given up on nodes without an endpoint",
      "a Service with node ports or external addresses has endpoints elsewhere to fall back on",
      "pkg/proxy/ipvs/proxier.go, syncEndpoint; kubernetes/kubernetes#97081",
      difference ->
          Conditions.isInternallyLocal(difference)
              && difference.iptables().endpoints().isEmpty()
              && !difference.found().endpoints().isEmpty()),
  /** There is no way round policy Local. */
  IPVS_POLICY_LOCAL(
      IPVS,
      "Pods and the node itself follow policy Local too",
      "a virtual server has the endpoints of this node, or none, for every client",
      "pkg/proxy/ipvs/proxier.go, syncEndpoint; kubernetes/kubernetes#75262",
      difference -> Conditions.isExternallyLocal(difference) && !difference.onlySourcesDiffer()),
  /** A virtual server without destinations answers by itself. */
  IPVS_NO_ENDPOINT(
      IPVS,
      "a virtual server without endpoints refuses",
      "IPVS answers with ICMP port unreachable, whoever asks",
      "net/netfilter/ipvs/ip_vs_core.c, ip_vs_leave",
      difference ->
          difference.found().endpoints().isEmpty() && difference.iptables().endpoints().isEmpty()),
  /** What is masqueraded follows other rules. */
  IPVS_SOURCE(
      IPVS,
      "other connections are masqueraded",
      "sets of addresses decide in KUBE-POSTROUTING, and not the way of the packet",
      "pkg/proxy/ipvs/proxier.go, KUBE-LOOP-BACK and KUBE-MARK-MASQ",
      Difference::onlySourcesDiffer);

  private final ProxyMode mode;
  private final String title;
  private final String reason;
  private final String source;
  private final Predicate<Difference> explains;

  Cause(
      ProxyMode mode, String title, String reason, String source, Predicate<Difference> explains) {
    this.mode = mode;
    this.title = title;
    this.reason = reason;
    this.source = source;
    this.explains = explains;
  }

  static Optional<Cause> of(Difference difference) {
    for (Cause cause : values()) {
      if (cause.mode == difference.mode() && cause.explains.test(difference)) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }

  /** The mode that differs. */
  public ProxyMode mode() {
    return mode;
  }

  /** What is different, in a sentence without its full stop. */
  public String title() {
    return title;
  }

  /** Why, or what to do. */
  public String reason() {
    return reason;
  }

  /** Where it is documented. */
  public String source() {
    return source;
  }
}
