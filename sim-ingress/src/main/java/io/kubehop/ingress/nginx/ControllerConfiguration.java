package io.kubehop.ingress.nginx;

import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.ingress.nginx.stream.StreamService;
import java.util.List;

/**
 * All that a controller makes of the cluster.
 *
 * @param http what it serves for Ingresses
 * @param streams its TCP and UDP services
 */
record ControllerConfiguration(NginxConfiguration http, List<StreamService> streams) {

  /** Copies the list. */
  ControllerConfiguration {
    streams = List.copyOf(streams);
  }

  /** Whether going over from another one takes no reload, because only endpoints differ. */
  boolean differsOnlyInEndpoints(ControllerConfiguration other) {
    return http.differsOnlyInUpstreams(other.http) && ports().equals(other.ports());
  }

  private List<StreamService> ports() {
    return streams.stream().map(service -> service.withEndpoints(List.of())).toList();
  }
}
