package io.kubehop.ingress.nginx.server;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.http.Certificate;
import io.kubehop.ingress.nginx.config.GlobalHeaders;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import java.util.List;
import java.util.Map;

/**
 * All that one controller serves.
 *
 * @param settings the ConfigMap
 * @param headers the header fields that hold everywhere
 * @param servers the servers in the order of the configuration file
 * @param redirects servers that only redirect; they stand before the others
 * @param upstreams the upstreams by name
 * @param defaultCertificate what TLS clients get where no other certificate fits
 */
public record NginxConfiguration(
    GlobalSettings settings,
    GlobalHeaders headers,
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

  /** The same with header fields that hold everywhere. */
  public NginxConfiguration withHeaders(GlobalHeaders other) {
    return new NginxConfiguration(
        settings, other, servers, redirects, upstreams, defaultCertificate);
  }

  /**
   * Whether going over to another configuration takes no reload, because only endpoints differ
   * (IsDynamicConfigurationEnough).
   */
  public boolean differsOnlyInUpstreams(NginxConfiguration other) {
    return settings.equals(other.settings)
        && headers.equals(other.headers)
        && servers.equals(other.servers)
        && redirects.equals(other.redirects);
  }
}
