package io.kubehop.service.controller.workload;

import io.kubehop.service.api.Pod;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which Pods of a ReplicaSet go first when there are too many (pkg/controller,
 * ActivePodsWithRanks): those without a node, then pending ones, unready ones, those on nodes with
 * many Pods of the set, and the youngest. Where all that is equal, the last by name.
 */
final class DeletionOrder {
  private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

  private DeletionOrder() {}

  /** The Pods in the order in which they go. */
  static List<Pod> of(List<Pod> pods) {
    Map<String, Integer> onNode = new LinkedHashMap<>();
    pods.forEach(pod -> onNode.merge(pod.spec().nodeName(), 1, Integer::sum));
    return pods.stream()
        .sorted(
            Comparator.comparing((Pod pod) -> !pod.spec().nodeName().isEmpty())
                .thenComparing(pod -> PHASES.indexOf(pod.status().phase()))
                .thenComparing(pod -> pod.status().isReady())
                .thenComparing(pod -> -onNode.getOrDefault(pod.spec().nodeName(), 0))
                .thenComparing(DeletionOrder::created, Comparator.reverseOrder())
                .thenComparing(DeletionOrder::ordinal, Comparator.reverseOrder())
                .thenComparing(pod -> pod.metadata().name(), Comparator.reverseOrder()))
        .toList();
  }

  private static Instant created(Pod pod) {
    return pod.metadata().creationTimestamp().orElse(Instant.MAX);
  }

  /** The number at the end of a generated name, so that 10 counts as later than 9. */
  private static int ordinal(Pod pod) {
    return Ordinals.of(pod.metadata().name());
  }
}
