package io.kubehop.service.controller.endpointslice;

import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointHints;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hints for Services with the annotation {@code service.kubernetes.io/topology-mode: Auto}
 * (k8s.io/endpointslice, topologycache; KEP-2433): zones get endpoints in proportion to their CPUs,
 * their own ones first. No endpoint gets a hint if there are fewer endpoints than zones, if a zone
 * would be overloaded by more than a fifth, or if anything lacks a zone. Every node counts for the
 * same number of CPUs.
 */
final class TopologyAwareHints {
  private static final String MODE = "service.kubernetes.io/topology-mode";
  private static final String OLD_MODE = "service.kubernetes.io/topology-aware-hints";
  private static final double OVERLOAD = 0.2;

  private final SortedMap<String, Double> desired = new TreeMap<>();
  private final SortedMap<String, Integer> giving = new TreeMap<>();
  private final SortedMap<String, Integer> receiving = new TreeMap<>();

  private TopologyAwareHints() {}

  static boolean isAskedFor(Service service) {
    Map<String, String> annotations = service.metadata().annotations();
    String mode = annotations.getOrDefault(OLD_MODE, annotations.getOrDefault(MODE, ""));
    return mode.equals("Auto") || mode.equals("auto");
  }

  /**
   * Returns slices with the hints that their endpoints should have.
   *
   * @param nodesByZone how many nodes each zone has; empty if a node is in none
   */
  static List<EndpointSlice> apply(
      List<EndpointSlice> slices, SortedMap<String, Integer> nodesByZone) {
    SortedMap<String, Integer> readyByZone = new TreeMap<>();
    slices.stream()
        .flatMap(slice -> slice.endpoints().stream())
        .filter(TopologyAwareHints::isReady)
        .forEach(endpoint -> readyByZone.merge(endpoint.zone().orElse(""), 1, Integer::sum));
    TopologyAwareHints hints = new TopologyAwareHints();
    if (readyByZone.containsKey("") || !hints.allocate(nodesByZone, readyByZone)) {
      return slices;
    }
    hints.balance(readyByZone);
    return slices.stream().map(hints::hinted).toList();
  }

  private static boolean isReady(Endpoint endpoint) {
    return endpoint.conditions().ready().orElse(false);
  }

  /**
   * Decides how many endpoints each zone should have; returns false if no fair share is possible.
   */
  private boolean allocate(
      SortedMap<String, Integer> nodesByZone, SortedMap<String, Integer> readyByZone) {
    int endpoints = sum(readyByZone);
    int nodes = sum(nodesByZone);
    if (nodesByZone.size() < 2 || nodesByZone.size() > endpoints) {
      return false;
    }
    int left = endpoints;
    for (Map.Entry<String, Integer> zone : nodesByZone.entrySet()) {
      double share = (double) zone.getValue() / nodes * endpoints;
      int minimum = (int) Math.ceil(share / (1 + OVERLOAD));
      desired.put(zone.getKey(), Math.max(share, minimum));
      left -= minimum;
    }
    return left >= 0;
  }

  private static int sum(SortedMap<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Decides how many endpoints go from zones that have too many to zones that have too few. */
  private void balance(SortedMap<String, Integer> readyByZone) {
    SortedMap<String, Double> surplus = new TreeMap<>();
    SortedMap<String, Double> lack = new TreeMap<>();
    desired.forEach(
        (zone, target) -> {
          double difference = readyByZone.getOrDefault(zone, 0) - target;
          (difference > 0 ? surplus : lack).put(zone, Math.abs(difference));
        });
    Optional<String> giver = most(surplus);
    Optional<String> receiver = most(lack);
    while (giver.isPresent() && receiver.isPresent()) {
      double gives = surplus.getOrDefault(giver.get(), 0.0);
      double receives = lack.getOrDefault(receiver.get(), 0.0);
      if (Math.max(gives, receives) < 1 || Math.min(gives, receives) < 0.5) {
        return;
      }
      giving.merge(giver.get(), 1, Integer::sum);
      surplus.merge(giver.get(), -1.0, Double::sum);
      receiving.merge(receiver.get(), 1, Integer::sum);
      lack.merge(receiver.get(), -1.0, Double::sum);
      giver = most(surplus);
      receiver = most(lack);
    }
  }

  private static Optional<String> most(SortedMap<String, Double> amounts) {
    return amounts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private EndpointSlice hinted(EndpointSlice slice) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (Endpoint endpoint : slice.endpoints()) {
      Optional<EndpointHints> hints =
          isReady(endpoint)
              ? endpoint.zone().map(zone -> new EndpointHints(List.of(target(zone)), List.of()))
              : Optional.empty();
      endpoints.add(Hints.with(endpoint, hints));
    }
    return slice.withEndpoints(endpoints);
  }

  private String target(String zone) {
    if (giving.getOrDefault(zone, 0) > 0) {
      for (Map.Entry<String, Integer> receiver : receiving.entrySet()) {
        if (receiver.getValue() > 0) {
          giving.merge(zone, -1, Integer::sum);
          receiver.setValue(receiver.getValue() - 1);
          return receiver.getKey();
        }
      }
    }
    return zone;
  }
}
