package io.kubehop.ingress.nginx.server;

import com.google.common.collect.ImmutableMap;
import io.kubehop.ingress.nginx.annotation.Balancing;
import io.kubehop.ingress.nginx.annotation.Canary;
import java.util.List;
import java.util.Map;

/**
 * A backend with its endpoints, as the controller hands it to the balancer in nginx.
 *
 * @param name its name, {@code namespace-service-port}
 * @param label the Service and port as users know it, {@code namespace/service:port}; empty for the
 *     controller's own backend
 * @param endpoints its endpoints
 * @param externalName whether endpoints are names that are resolved
 * @param balancing how an endpoint is chosen
 * @param cookiePaths the paths, by host, at which the affinity cookie is set
 * @param canary which requests come here from another upstream
 * @param alternatives names of the upstreams that take requests from this one
 */
public record Upstream(
    String name,
    String label,
    List<Endpoint> endpoints,
    boolean externalName,
    Balancing balancing,
    Map<String, List<String>> cookiePaths,
    Canary canary,
    List<String> alternatives) {
  /** The name of the controller's own backend, which answers 404. */
  public static final String DEFAULT = "upstream-default-backend";

  /** Copies the collections. */
  public Upstream {
    endpoints = List.copyOf(endpoints);
    cookiePaths = ImmutableMap.copyOf(cookiePaths);
    alternatives = List.copyOf(alternatives);
  }
}
