package io.kubehop.kubeproxy.nftables;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortName;
import java.nio.charset.StandardCharsets;

/**
 * The names of the chains of one port of a Service: what it is, the beginning of a hash, and what
 * it is for, such as {@code service-ULMVA6XW-ns1/svc1/tcp/p80}. The hash sets names apart that are
 * cut off, and that hardly differ.
 *
 * @param cluster {@code service-}: chooses among endpoints on all nodes
 * @param local {@code local-}: chooses among endpoints on this node
 * @param external {@code external-}: what comes to any address but the cluster IP
 * @param firewall {@code firewall-}: which clients may use load balancer addresses
 */
public record ChainNames(String cluster, String local, String external, String firewall) {
  private static final int HASH = 8;
  private static final int MOST = 240;
  private static final String CUT = "...";

  /** The chains of a port. */
  public static ChainNames of(ServicePortName port) {
    String base = hashed(path(port));
    return new ChainNames(
        "service-" + base, "local-" + base, "external-" + base, "firewall-" + base);
  }

  /** The chain of one endpoint of a port. */
  public static String endpoint(ServicePortName port, ProxyEndpoint endpoint) {
    return "endpoint-" + endpointBase(port, endpoint);
  }

  /** The set of clients that keep one endpoint of a port. */
  public static String affinity(ServicePortName port, ProxyEndpoint endpoint) {
    return "affinity-" + endpointBase(port, endpoint);
  }

  /** Colons are not allowed in names. */
  private static String endpointBase(ServicePortName port, ProxyEndpoint endpoint) {
    String address = endpoint.address().address().toString().replace(':', '.');
    return hashed(path(port) + "__" + address + "/" + endpoint.address().port());
  }

  private static String path(ServicePortName port) {
    return port.namespace() + "/" + port.name() + "/" + port.protocol() + "/" + port.port();
  }

  private static String hashed(String text) {
    byte[] sum = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    String name = BaseEncoding.base32().encode(sum).substring(0, HASH) + "-" + text;
    return name.length() > MOST ? name.substring(0, MOST - CUT.length()) + CUT : name;
  }
}
