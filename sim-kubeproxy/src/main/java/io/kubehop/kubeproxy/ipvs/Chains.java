package io.kubehop.kubeproxy.ipvs;

/** The chains of ipvs mode, and kubelet's. */
final class Chains {
  static final String SERVICES = "KUBE-SERVICES";
  static final String POSTROUTING = "KUBE-POSTROUTING";
  static final String NODE_PORT = "KUBE-NODE-PORT";

  /** Masquerades what goes to load balancer addresses. */
  static final String LOAD_BALANCER = "KUBE-LOAD-BALANCER";

  static final String MARK_MASQ = "KUBE-MARK-MASQ";
  static final String FORWARD = "KUBE-FORWARD";

  /** Leads to the next one what is for a load balancer address with source ranges. */
  static final String PROXY_FIREWALL = "KUBE-PROXY-FIREWALL";

  static final String SOURCE_RANGES_FIREWALL = "KUBE-SOURCE-RANGES-FIREWALL";

  /** Keeps the node's own ports from being reached by addresses of Services. */
  static final String IPVS_FILTER = "KUBE-IPVS-FILTER";

  /** Keeps the node from load balancer addresses whose ranges leave it out. */
  static final String IPVS_OUT_FILTER = "KUBE-IPVS-OUT-FILTER";

  /** Kubelet's, against packets from outside for 127.0.0.0/8. */
  static final String FIREWALL = "KUBE-FIREWALL";

  /** Kubelet's, which tells it when the tables are flushed. */
  static final String KUBELET_CANARY = "KUBE-KUBELET-CANARY";

  /** Kubelet's, which tells others the variant of iptables. */
  static final String IPTABLES_HINT = "KUBE-IPTABLES-HINT";

  private Chains() {}
}
