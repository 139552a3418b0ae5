package io.kubehop.ingress.nginx.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The locations of a server as they stand in nginx.conf: sorted, and with a prefix spelled out as a
 * path that ends with a slash and an exact one without (updateServerLocations).
 */
final class LocationOrder {
  private static final Comparator<Location> SORTED =
      Comparator.comparing((Location location) -> location.path().length())
          .thenComparing(Location::path)
          .reversed();

  private LocationOrder() {}

  static List<Location> of(List<Location> unsorted) {
    List<Location> sorted = new ArrayList<>(unsorted);
    sorted.sort(SORTED);
    Set<String> exact =
        sorted.stream()
            .filter(location -> location.kind() == PathKind.EXACT)
            .map(Location::path)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Location> spelled = new ArrayList<>();
    for (Location location : sorted) {
      if (isLeftAlone(location)) {
        spelled.add(location);
        continue;
      }
      String path = location.path();
      spelled.add(location.as(path.endsWith("/") ? path : path + "/", PathKind.PREFIX));
      if (!exact.contains(path)) {
        spelled.add(location.as(path, PathKind.EXACT));
      }
    }
    return spelled;
  }

  private static boolean isLeftAlone(Location location) {
    return location.path().equals("/")
        || location.kind() == PathKind.EXACT
        || location.enforcesRegex();
  }
}
