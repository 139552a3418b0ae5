package io.kubehop.ingress.nginx.server;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.http.Certificate;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import java.util.List;
import java.util.Map;

/**
 * All that one controller serves.
 *
 * @param settings the ConfigMap
 * @param servers the servers in the order of the configuration file
 * @param redirects servers that only redirect; they stand before the others
 * @param upstreams the upstreams by name
 * @param defaultCertificate what TLS clients get where no other certificate fits
 */
public record NginxConfiguration(
    GlobalSettings settings,
    List<Server> servers,
    List<RedirectServer> redirects,
    Map<String, Upstream> upstreams,
    Certificate defaultCertificate) {

  /** Copies the collections. */
  public NginxConfiguration {
    servers = List.copyOf(servers);
    redirects = List.copyOf(redirects);
    upstreams = ImmutableMap.copyOf(upstreams);
  }

  /**
   * Whether going over to another configuration takes no reload, because only endpoints differ
   * (IsDynamicConfigurationEnough).
   */
  public boolean differsOnlyInUpstreams(NginxConfiguration other) {
    return settings.equals(other.settings)
        && servers.equals(other.servers)
        && redirects.equals(other.redirects);
  }
}
