package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.server.PathKind;
import io.kubehop.ingress.proxy.Explanation;
import java.util.List;

/** Says of each location of a server, in their order, why it takes a path or does not. */
final class LocationReasons {
  private final String path;
  private final LocationMatch match;
  private final boolean regexMode;

  LocationReasons(String path, LocationMatch match, boolean regexMode) {
    this.path = path;
    this.match = match;
    this.regexMode = regexMode;
  }

  void explain(List<CompiledLocation> locations, Explanation explanation) {
    if (match.location() == null) {
      explanation.add("location of nginx itself: " + match.kind());
    }
    boolean decided = false;
    for (CompiledLocation location : locations) {
      boolean won = location == match.location();
      explanation.add("location " + location.location() + ": " + why(location, won, decided));
      decided |= won;
    }
  }

  private String why(CompiledLocation compiled, boolean won, boolean decided) {
    if (won) {
      return match.kind() == LocationMatch.Kind.MISSING_SLASH
          ? "chosen, its name is the path and a slash"
          : "chosen, " + (regexMode ? "the first expression that matches" : byName(compiled));
    }
    if (regexMode) {
      return decided ? "not tried, an expression before it matches" : "does not match";
    }
    return matchesName(compiled) ? "matches, but less exactly" : "does not match";
  }

  private static String byName(CompiledLocation compiled) {
    return compiled.location().kind() == PathKind.EXACT ? "an exact match" : "the longest prefix";
  }

  private boolean matchesName(CompiledLocation compiled) {
    return compiled.location().kind() == PathKind.EXACT
        ? path.equals(compiled.name())
        : path.startsWith(compiled.name());
  }
}
