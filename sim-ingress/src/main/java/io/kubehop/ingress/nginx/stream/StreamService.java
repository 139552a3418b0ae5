package io.kubehop.ingress.nginx.stream;

import io.kubehop.core.net.Protocol;
import io.kubehop.ingress.nginx.server.Endpoint;
import java.util.List;

/**
 * A port whose connections go to a Service (L4Service).
 *
 * @param port the port of the controller
 * @param protocol TCP or UDP
 * @param label the Service and its port, {@code namespace/service:port}
 * @param decodesProxy whether clients begin with a PROXY header
 * @param encodesProxy whether endpoints get one
 * @param endpoints where connections go; never empty, since a Service without any is left out
 */
public record StreamService(
    int port,
    Protocol protocol,
    String label,
    boolean decodesProxy,
    boolean encodesProxy,
    List<Endpoint> endpoints) {

  /** Copies the list. */
  public StreamService {
    endpoints = List.copyOf(endpoints);
  }

  /** The same with other endpoints. */
  public StreamService withEndpoints(List<Endpoint> others) {
    return new StreamService(port, protocol, label, decodesProxy, encodesProxy, others);
  }
}
