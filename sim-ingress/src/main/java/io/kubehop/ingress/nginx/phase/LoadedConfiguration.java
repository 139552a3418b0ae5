package io.kubehop.ingress.nginx.phase;

import io.kubehop.ingress.nginx.balance.Balancers;
import io.kubehop.ingress.nginx.config.GlobalHeaders;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.nginx.route.RoutingTable;
import io.kubehop.ingress.nginx.server.NginxConfiguration;

/**
 * What nginx runs with: immutable, and replaced as a whole.
 *
 * @param configuration the configuration
 * @param table where requests are looked up
 * @param certificates the certificates of its servers
 * @param balancers the balancers of its upstreams
 */
public record LoadedConfiguration(
    NginxConfiguration configuration,
    RoutingTable table,
    Certificates certificates,
    Balancers balancers) {

  /** Puts a configuration together with the look-up table and the balancers made for it. */
  public static LoadedConfiguration of(
      NginxConfiguration configuration, RoutingTable table, Balancers balancers) {
    return new LoadedConfiguration(
        configuration, table, new Certificates(configuration), balancers);
  }

  GlobalHeaders headers() {
    return configuration.headers();
  }

  GlobalSettings settings() {
    return configuration.settings();
  }
}
