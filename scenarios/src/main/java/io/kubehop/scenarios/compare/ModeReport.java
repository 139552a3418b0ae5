package io.kubehop.scenarios.compare;

import io.kubehop.kubeproxy.config.ProxyMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What modes do otherwise than iptables mode.
 *
 * @param tried how many connections were tried in each mode
 * @param differences the differences of each mode, in the order in which they were asked for
 */
public record ModeReport(int tried, Map<ProxyMode, List<Difference>> differences) {

  /** Whether every difference is a documented one. */
  public boolean isDocumented() {
    return differences.values().stream()
        .flatMap(List::stream)
        .allMatch(difference -> difference.cause().isPresent());
  }

  /** The differences of a mode by cause, in the order of causes; those without one come first. */
  public Map<Optional<Cause>, List<Difference>> byCause(ProxyMode mode) {
    Map<Optional<Cause>, List<Difference>> groups = new LinkedHashMap<>();
    groups.put(Optional.empty(), new ArrayList<>());
    for (Cause cause : Cause.values()) {
      groups.put(Optional.of(cause), new ArrayList<>());
    }
    for (Difference difference : differences.getOrDefault(mode, List.of())) {
      groups.computeIfAbsent(difference.cause(), cause -> new ArrayList<>()).add(difference);
    }
    groups.values().removeIf(List::isEmpty);
    return groups;
  }
}
