package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.server.RedirectServer;
import io.kubehop.ingress.nginx.server.Server;
import io.kubehop.ingress.proxy.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that requests can be looked up in. Either it has locations, or it does nothing but
 * redirect to another name.
 */
public final class CompiledServer {
  private final String name;
  private final @Nullable LocationIndex locations;
  private final @Nullable RedirectServer redirect;

  private CompiledServer(
      String name, @Nullable LocationIndex locations, @Nullable RedirectServer redirect) {
    this.name = name;
    this.locations = locations;
    this.redirect = redirect;
  }

  static CompiledServer of(Server server) throws RefusedConfigurationException {
    return new CompiledServer(server.host(), LocationIndex.compile(server), null);
  }

  static CompiledServer of(RedirectServer redirect) {
    return new CompiledServer(redirect.from(), null, redirect);
  }

  /** Its host. */
  public String name() {
    return name;
  }

  /** Where it redirects to; null if it has locations. */
  public @Nullable RedirectServer redirect() {
    return redirect;
  }

  /** Its locations in the order of the configuration file. */
  public List<CompiledLocation> locations() {
    return locations == null ? List.of() : locations.all();
  }

  /** The location for a path. */
  public LocationMatch find(String path, Explanation explanation) {
    if (locations == null) {
      throw new IllegalStateException(name + " has no locations");
    }
    return locations.find(path, explanation);
  }
}
