package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.Certificate;
import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.ingress.nginx.server.RedirectServer;
import io.kubehop.ingress.nginx.server.Server;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which certificate belongs to which name (lua/certificate.lua): the one of the very name, else of
 * the name with a star for its first label, else the default one.
 */
public final class Certificates {
  private final Map<String, Certificate> byName = new LinkedHashMap<>(); // never iterated
  private final Certificate fallback;

  Certificates(NginxConfiguration configuration) {
    fallback = configuration.defaultCertificate();
    for (Server server : configuration.servers()) {
      server.certificate().ifPresent(certificate -> add(server, certificate));
    }
    for (RedirectServer redirect : configuration.redirects()) {
      redirect.certificate().ifPresent(c -> byName.put(redirect.from(), c));
    }
  }

  private void add(Server server, Certificate certificate) {
    byName.put(server.host(), certificate);
    for (String alias : server.aliases()) {
      if (certificate.covers(alias)) {
        byName.put(alias, certificate);
      }
    }
  }

  /** Whether a certificate is configured for a name, be it the default one. */
  boolean isConfigured(String host) {
    return find(host) != null;
  }

  /** The certificate for a client that asks for a name. */
  Certificate choose(String serverName) {
    Certificate found = find(serverName);
    return found == null ? fallback : found;
  }

  private @Nullable Certificate find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String host = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    Certificate own = byName.get(host);
    int dot = host.indexOf('.');
    return own != null || dot <= 0 ? own : byName.get("*" + host.substring(dot));
  }
}
