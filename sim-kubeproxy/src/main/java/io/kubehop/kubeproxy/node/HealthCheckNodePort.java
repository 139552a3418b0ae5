package io.kubehop.kubeproxy.node;

import io.kubehop.core.net.IpAddress;
import java.util.List;

/**
 * A port on which a node tells load balancers over HTTP whether it has endpoints of a Service with
 * {@code externalTrafficPolicy: Local} (pkg/proxy/healthcheck). The answer is 200 with an endpoint
 * and 503 without.
 *
 * @param namespace the namespace of the Service
 * @param service the name of the Service
 * @param port the port
 * @param addresses the addresses to listen on; empty: all
 * @param localEndpoints how many ready endpoints are on this node
 */
public record HealthCheckNodePort(
    String namespace, String service, int port, List<IpAddress> addresses, int localEndpoints) {

  /** Copies the list. */
  public HealthCheckNodePort {
    addresses = List.copyOf(addresses);
  }

  /** The status of the answer. */
  public int status() {
    return localEndpoints > 0 ? 200 : 503;
  }

  /** The body of the answer, in JSON. */
  public String body() {
    return "{\n\t\"service\": {\n\t\t\"namespace\": \""
        + namespace
        + "\",\n\t\t\"name\": \""
        + service
        + "\"\n\t},\n\t\"localEndpoints\": "
        + localEndpoints
        + ",\n\t\"serviceProxyHealthy\": true\n}";
  }
}
