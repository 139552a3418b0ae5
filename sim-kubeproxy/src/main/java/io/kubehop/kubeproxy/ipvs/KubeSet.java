package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.ipset.IpSet;
import io.kubehop.core.ipset.SetHeader;
import io.kubehop.core.ipset.SetType;
import io.kubehop.core.net.IpFamily;

/** The IP sets of ipvs mode, in kube-proxy's order (pkg/proxy/ipvs/ipset.go, ipsetInfo). */
enum KubeSet {
  LOOP_BACK(
      SetType.HASH_IP_PORT_IP,
      "Kubernetes endpoints dst ip:port, source ip for solving hairpin purpose"),
  CLUSTER_IP(SetType.HASH_IP_PORT, "Kubernetes service cluster ip + port for masquerade purpose"),
  EXTERNAL_IP(
      SetType.HASH_IP_PORT,
      "Kubernetes service external ip + port for masquerade and filter purpose"),
  EXTERNAL_IP_LOCAL(
      SetType.HASH_IP_PORT,
      "Kubernetes service external ip + port with externalTrafficPolicy=local"),
  LOAD_BALANCER(SetType.HASH_IP_PORT, "Kubernetes service lb portal"),
  LOAD_BALANCER_FW(
      SetType.HASH_IP_PORT,
      "Kubernetes service load balancer ip + port for load balancer with sourceRange"),
  LOAD_BALANCER_LOCAL(
      SetType.HASH_IP_PORT,
      "Kubernetes service load balancer ip + port with externalTrafficPolicy=local"),
  LOAD_BALANCER_SOURCE_IP(
      SetType.HASH_IP_PORT_IP,
      "Kubernetes service load balancer ip + port + source IP for packet filter purpose"),
  LOAD_BALANCER_SOURCE_CIDR(
      SetType.HASH_IP_PORT_NET,
      "Kubernetes service load balancer ip + port + source cidr for packet filter purpose"),
  NODE_PORT_TCP(SetType.BITMAP_PORT, "Kubernetes nodeport TCP port for masquerade purpose"),
  NODE_PORT_LOCAL_TCP(
      SetType.BITMAP_PORT, "Kubernetes nodeport TCP port with externalTrafficPolicy=local"),
  NODE_PORT_UDP(SetType.BITMAP_PORT, "Kubernetes nodeport UDP port for masquerade purpose"),
  NODE_PORT_LOCAL_UDP(
      SetType.BITMAP_PORT, "Kubernetes nodeport UDP port with externalTrafficPolicy=local"),
  NODE_PORT_SCTP_HASH(
      SetType.HASH_IP_PORT,
      "Kubernetes nodeport SCTP port for masquerade purpose with type 'hash ip:port'"),
  NODE_PORT_LOCAL_SCTP_HASH(
      SetType.HASH_IP_PORT,
      "Kubernetes nodeport SCTP port with externalTrafficPolicy=local with type 'hash ip:port'"),
  HEALTH_CHECK_NODE_PORT(SetType.BITMAP_PORT, "Kubernetes health check node port"),
  IPVS_IPS(SetType.HASH_IP, "Addresses on the ipvs interface");

  private final SetType type;
  private final String comment;

  KubeSet(SetType type, String comment) {
    this.type = type;
    this.comment = comment;
  }

  /** What rules that ask for it say beside. */
  String comment() {
    return comment;
  }

  /** Its name; sets of both families stand side by side. */
  String name(IpFamily family) {
    return (family == IpFamily.IPV4 ? "KUBE-" : "KUBE-6-") + name().replace('_', '-');
  }

  /** The set without elements. */
  IpSet empty(IpFamily family) {
    return IpSet.empty(SetHeader.of(name(family), type, family));
  }
}
