package io.kubehop.kubeproxy.nftables;

/** What every node's table has, whatever Services there are. */
final class Names {
  static final String TABLE = "kube-proxy";

  /** The cluster IPs of all Services. */
  static final String CLUSTER_IPS = "cluster-ips";

  /** The addresses that take node ports. */
  static final String NODEPORT_IPS = "nodeport-ips";

  /** By address, protocol and port: which clients may come. */
  static final String FIREWALL_IPS = "firewall-ips";

  /** By protocol and node port: what has no endpoint. */
  static final String NO_ENDPOINT_NODEPORTS = "no-endpoint-nodeports";

  /** By address, protocol and port: what has no endpoint. */
  static final String NO_ENDPOINT_SERVICES = "no-endpoint-services";

  /** By address, protocol and port: the Service. */
  static final String SERVICE_IPS = "service-ips";

  /** By protocol and node port: the Service. */
  static final String SERVICE_NODEPORTS = "service-nodeports";

  static final String CLUSTER_IPS_CHECK = "cluster-ips-check";
  static final String FIREWALL_CHECK = "firewall-check";
  static final String MARK_FOR_MASQUERADE = "mark-for-masquerade";
  static final String MASQUERADING = "masquerading";
  static final String NODEPORT_ENDPOINTS_CHECK = "nodeport-endpoints-check";
  static final String REJECT = "reject-chain";
  static final String SERVICES = "services";
  static final String SERVICE_ENDPOINTS_CHECK = "service-endpoints-check";

  private Names() {}
}
