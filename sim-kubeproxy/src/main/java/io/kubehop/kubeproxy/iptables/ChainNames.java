package io.kubehop.kubeproxy.iptables;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortName;
import java.nio.charset.StandardCharsets;

/**
 * The names of the chains of one port of a Service. As names of chains are short, they end in the
 * beginning of a hash: 16 characters of the base32 form of the SHA-256 of port and protocol.
 *
 * @param cluster {@code KUBE-SVC-}: chooses among endpoints on all nodes
 * @param local {@code KUBE-SVL-}: chooses among endpoints on this node
 * @param external {@code KUBE-EXT-}: what comes to any address but the cluster IP
 * @param firewall {@code KUBE-FW-}: which clients may use load balancer addresses
 */
public record ChainNames(String cluster, String local, String external, String firewall) {
  private static final int LENGTH = 16;

  /** The chains of a port. */
  public static ChainNames of(ServicePortName port) {
    String hash = hash(port, "");
    return new ChainNames(
        "KUBE-SVC-" + hash, "KUBE-SVL-" + hash, "KUBE-EXT-" + hash, "KUBE-FW-" + hash);
  }

  /** The chain {@code KUBE-SEP-} of one endpoint of a port. */
  public static String endpoint(ServicePortName port, ProxyEndpoint endpoint) {
    return "KUBE-SEP-" + hash(port, endpoint.toString());
  }

  private static String hash(ServicePortName port, String endpoint) {
    String text = port + port.protocol().toString() + endpoint;
    byte[] sum = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return BaseEncoding.base32().encode(sum).substring(0, LENGTH);
  }
}
