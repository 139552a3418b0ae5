package io.kubehop.service.controller.kubelet;

import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The status of a Pod as its kubelet reports it. */
final class PodReports {
  private static final List<String> OWN =
      List.of("Initialized", "Ready", "ContainersReady", "PodScheduled");

  private PodReports() {}

  /** The Pod once its containers run. */
  static Pod started(Pod pod, Node node, List<String> podIPs, PodRun run, Instant now) {
    PodStatus status =
        new PodStatus(
            "Running",
            podIPs,
            node.status().internalIPs(),
            pod.status().conditions(),
            Optional.of(now));
    return withReadiness(pod.withStatus(status), run, now);
  }

  /** The Pod with the addresses of its node, if it does not say them. */
  static Pod withHostIPs(Pod pod, Optional<Node> node) {
    PodStatus old = pod.status();
    if (node.isEmpty() || !old.hostIPs().isEmpty()) {
      return pod;
    }
    List<String> hostIPs = node.get().status().internalIPs();
    return pod.withStatus(
        new PodStatus(old.phase(), old.podIPs(), hostIPs, old.conditions(), old.startTime()));
  }

  /** The Pod with what its kubelet knows of its readiness; conditions of others stay. */
  static Pod withReadiness(Pod pod, PodRun run, Instant now) {
    boolean ready = run.isReady() && (run.forced().isPresent() || gatesAreOpen(pod));
    List<Condition> conditions = new ArrayList<>();
    conditions.add(condition(pod, "Initialized", true, now));
    conditions.add(condition(pod, "Ready", ready, now));
    conditions.add(condition(pod, "ContainersReady", run.isReady(), now));
    conditions.add(condition(pod, "PodScheduled", true, now));
    pod.status().conditions().stream()
        .filter(condition -> !OWN.contains(condition.type()))
        .forEach(conditions::add);
    PodStatus old = pod.status();
    return pod.withStatus(
        new PodStatus(old.phase(), old.podIPs(), old.hostIPs(), conditions, old.startTime()));
  }

  private static boolean gatesAreOpen(Pod pod) {
    return pod.spec().readinessGates().stream()
        .allMatch(
            gate ->
                pod.status().conditions().stream()
                    .anyMatch(condition -> condition.type().equals(gate) && condition.isTrue()));
  }

  private static Condition condition(Pod pod, String type, boolean holds, Instant now) {
    String status = holds ? "True" : "False";
    String reason = holds ? "" : "ContainersNotReady";
    return pod.status().conditions().stream()
        .filter(old -> old.type().equals(type) && old.status().equals(status))
        .findFirst()
        .orElseGet(() -> new Condition(type, status, reason, "", Optional.of(now)));
  }
}
