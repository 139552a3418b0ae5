package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.ingress.nginx.server.RedirectServer;
import io.kubehop.ingress.nginx.server.Server;
import io.kubehop.ingress.proxy.Explanation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A configuration that nginx has loaded: finds the server of a name. */
public final class RoutingTable {
  private final ServerNames names = new ServerNames();
  private @Nullable CompiledServer catchAll;

  private RoutingTable() {}

  /**
   * Loads a configuration.
   *
   * @throws RefusedConfigurationException if nginx would refuse it
   */
  public static RoutingTable load(NginxConfiguration configuration)
      throws RefusedConfigurationException {
    RoutingTable table = new RoutingTable();
    for (RedirectServer redirect : configuration.redirects()) {
      table.names.add(redirect.from(), CompiledServer.of(redirect));
    }
    for (Server server : configuration.servers()) {
      table.add(server);
    }
    return table;
  }

  private void add(Server server) throws RefusedConfigurationException {
    CompiledServer compiled = CompiledServer.of(server);
    if (server.isCatchAll()) {
      catchAll = compiled;
    }
    names.addHost(server.host(), compiled);
    for (String alias : server.aliases()) {
      names.add(alias, compiled);
    }
  }

  /** The server of a host name in lower case. */
  public CompiledServer server(String name, Explanation explanation) {
    CompiledServer found = names.find(name, explanation);
    return found == null ? Objects.requireNonNull(catchAll) : found;
  }
}
