package io.kubehop.ingress.nginx.server;

import io.kubehop.core.http.Certificate;
import java.util.List;
import java.util.Optional;

/**
 * One server block.
 *
 * @param host the host of its rules, as written; {@link #CATCH_ALL} for rules without host
 * @param aliases further names
 * @param locations its locations in the order of the configuration file
 * @param certificate its certificate; absent where no Ingress with a tls section made it
 */
public record Server(
    String host,
    List<String> aliases,
    List<Location> locations,
    Optional<Certificate> certificate) {
  /** The host of the server that answers when no other does. */
  public static final String CATCH_ALL = "_";

  /** Copies the lists. */
  public Server {
    aliases = List.copyOf(aliases);
    locations = List.copyOf(locations);
  }

  /** Whether it answers when no other server does. */
  public boolean isCatchAll() {
    return host.equals(CATCH_ALL);
  }

  /** Whether its locations are expressions (enforceRegexModifier). */
  public boolean isRegexMode() {
    return locations.stream().anyMatch(Location::enforcesRegex);
  }
}
