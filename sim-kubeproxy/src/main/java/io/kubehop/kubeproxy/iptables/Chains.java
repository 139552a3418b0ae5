package io.kubehop.kubeproxy.iptables;

/** The chains that kube-proxy and kubelet have on every node. */
final class Chains {
  /** By destination: where a Service is (nat), and what has no endpoint (filter). */
  static final String SERVICES = "KUBE-SERVICES";

  /** What comes from outside for Services without a usable endpoint. */
  static final String EXTERNAL_SERVICES = "KUBE-EXTERNAL-SERVICES";

  /** By node port: the Service (nat), or that it is a health check (filter). */
  static final String NODE_PORTS = "KUBE-NODEPORTS";

  /** Masquerades what is marked. */
  static final String POSTROUTING = "KUBE-POSTROUTING";

  /** Marks what is to be masqueraded. */
  static final String MARK_MASQ = "KUBE-MARK-MASQ";

  /** Lets pass what was marked, and drops what has lost its connection. */
  static final String FORWARD = "KUBE-FORWARD";

  /** Drops what a {@code KUBE-FW-} chain did not let in. */
  static final String PROXY_FIREWALL = "KUBE-PROXY-FIREWALL";

  /** Keeps others off 127.0.0.0/8; kubelet has the same. */
  static final String FIREWALL = "KUBE-FIREWALL";

  /** Empty; when it is gone, somebody has flushed the rules and kube-proxy writes all again. */
  static final String PROXY_CANARY = "KUBE-PROXY-CANARY";

  /** Kubelet's of the same kind. */
  static final String KUBELET_CANARY = "KUBE-KUBELET-CANARY";

  /** Empty; tells others which variant of iptables kubelet uses. */
  static final String IPTABLES_HINT = "KUBE-IPTABLES-HINT";

  private Chains() {}
}
