package io.kubehop.ingress.nginx.phase;

import io.kubehop.ingress.nginx.balance.Balancers;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.nginx.route.RoutingTable;
import io.kubehop.ingress.nginx.server.NginxConfiguration;

/**
 * What nginx runs with: immutable, and replaced as a whole.
 *
 * @param configuration the configuration
 * @param table where requests are looked up
 * @param balancers the balancers of its upstreams
 */
public record LoadedConfiguration(
    NginxConfiguration configuration, RoutingTable table, Balancers balancers) {

  GlobalSettings settings() {
    return configuration.settings();
  }
}
