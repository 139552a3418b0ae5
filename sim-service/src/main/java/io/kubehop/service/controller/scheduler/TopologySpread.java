package io.kubehop.service.controller.scheduler;

import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.TopologySpreadConstraint;
import io.kubehop.service.controller.PodLister;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The constraints of a Pod on how evenly its kind is spread that must hold ({@code
 * whenUnsatisfiable: DoNotSchedule}; plugin PodTopologySpread). Those that are mere wishes are left
 * out: the node with the fewest Pods is chosen anyway.
 */
final class TopologySpread {
  static final String REFUSAL = "node(s) didn't match pod topology spread constraints";

  private final List<Domains> domains = new ArrayList<>();

  private TopologySpread() {}

  static TopologySpread of(Pod pod, List<Node> nodes, PodLister pods) {
    TopologySpread spread = new TopologySpread();
    for (TopologySpreadConstraint constraint : pod.spec().topologySpreadConstraints()) {
      if (constraint.whenUnsatisfiable().equals("DoNotSchedule")) {
        spread.domains.add(count(constraint, pod, nodes, pods));
      }
    }
    return spread;
  }

  private static Domains count(
      TopologySpreadConstraint constraint, Pod pod, List<Node> nodes, PodLister pods) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Node node : nodes) {
      String domain = node.metadata().labels().get(constraint.topologyKey());
      if (domain != null && NodeFilters.isSelected(node, pod)) {
        long matching =
            pods.onNode(node.metadata().name()).stream()
                .filter(other -> isCounted(other, pod, constraint))
                .count();
        counts.merge(domain, (int) matching, Integer::sum);
      }
    }
    int fewest = counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    return new Domains(constraint, counts, fewest);
  }

  private static boolean isCounted(Pod other, Pod pod, TopologySpreadConstraint constraint) {
    return other.metadata().namespace().equals(pod.metadata().namespace())
        && !other.metadata().isBeingDeleted()
        && constraint
            .labelSelector()
            .filter(selector -> selector.matches(other.metadata().labels()))
            .isPresent();
  }

  /** Whether a node keeps within every constraint. */
  boolean admits(Node node) {
    return domains.stream().allMatch(domain -> domain.admits(node));
  }

  private record Domains(
      TopologySpreadConstraint constraint, Map<String, Integer> counts, int fewest) {

    boolean admits(Node node) {
      String domain = node.metadata().labels().get(constraint.topologyKey());
      return domain != null && counts.getOrDefault(domain, 0) + 1 - fewest <= constraint.maxSkew();
    }
  }
}
