package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.nginx.server.PathKind;
import io.kubehop.ingress.nginx.server.Server;
import io.kubehop.ingress.proxy.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the location of a path as nginx does (ngx_http_core_find_location): an exact name first,
 * else the longest prefix; where locations are expressions, the first that matches.
 *
 * <p>All prefixes that the controller writes end with a slash, so that the longest one is found by
 * as many look-ups as the path has elements.
 */
final class LocationIndex {
  private static final String HEALTH = "/healthz";
  private static final String STATUS = "/nginx_status";

  private final List<CompiledLocation> all = new ArrayList<>();
  private final Map<String, CompiledLocation> exact = new LinkedHashMap<>(); // never iterated
  private final Map<String, CompiledLocation> prefixes = new LinkedHashMap<>(); // never iterated
  private final boolean regexMode;
  private final boolean ownPages;

  private LocationIndex(Server server) {
    this.regexMode = server.isRegexMode();
    this.ownPages = server.isCatchAll();
  }

  static LocationIndex compile(Server server) throws RefusedConfigurationException {
    LocationIndex index = new LocationIndex(server);
    for (Location location : server.locations()) {
      index.add(CompiledLocation.compile(location, index.regexMode), server.host());
    }
    return index;
  }

  private void add(CompiledLocation location, String host) throws RefusedConfigurationException {
    all.add(location);
    if (regexMode) {
      return;
    }
    Location added = location.location();
    boolean isExact = added.kind() == PathKind.EXACT;
    CompiledLocation present = (isExact ? exact : prefixes).putIfAbsent(location.name(), location);
    if (present != null) {
      throw new RefusedConfigurationException(
          "duplicate location \"" + added.path() + "\" of host " + host + ": " + present.location(),
          added.rule().orElse(null));
    }
  }

  /** The locations in the order of the configuration file. */
  List<CompiledLocation> all() {
    return all;
  }

  LocationMatch find(String path, Explanation explanation) {
    LocationMatch match = regexMode ? findExpression(path) : findName(path);
    if (explanation.isWanted()) {
      new LocationReasons(path, match, regexMode).explain(all, explanation);
    }
    return match;
  }

  private LocationMatch findExpression(String path) {
    for (CompiledLocation location : all) {
      if (location.expression() != null && location.expression().matches(path)) {
        return LocationMatch.of(location);
      }
    }
    throw new IllegalStateException("every server has a location for " + path);
  }

  private LocationMatch findName(String path) {
    CompiledLocation same = exact.get(path);
    if (same != null) {
      return LocationMatch.of(same);
    }
    CompiledLocation longest = longestPrefix(path);
    LocationMatch own = ownPages ? ownPage(path, longest) : null;
    if (own != null) {
      return own;
    }
    CompiledLocation below = longest.name().equals(path) ? null : withSlash(path);
    return below == null ? LocationMatch.of(longest) : LocationMatch.missingSlash(below);
  }

  /**
   * A location whose name is the path and a slash; nginx redirects there if it would pass the
   * request on (auto_redirect).
   */
  private @Nullable CompiledLocation withSlash(String path) {
    CompiledLocation exactBelow = exact.get(path + "/");
    CompiledLocation prefixBelow = prefixes.get(path + "/");
    CompiledLocation below = exactBelow == null ? prefixBelow : exactBelow;
    boolean redirects =
        exactBelow != null && exactBelow.location().isAllowed()
            || prefixBelow != null && prefixBelow.location().isAllowed();
    return redirects ? below : null;
  }

  private CompiledLocation longestPrefix(String path) {
    for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
      CompiledLocation found = prefixes.get(path.substring(0, slash + 1));
      if (found != null) {
        return found;
      }
    }
    throw new IllegalStateException("every server has a location for " + path);
  }

  private static @Nullable LocationMatch ownPage(String path, CompiledLocation longest) {
    int length = longest.name().length();
    if (path.startsWith(HEALTH) && length < HEALTH.length()) {
      return LocationMatch.HEALTH;
    }
    return path.startsWith(STATUS) && length < STATUS.length() ? LocationMatch.STATUS : null;
  }
}
