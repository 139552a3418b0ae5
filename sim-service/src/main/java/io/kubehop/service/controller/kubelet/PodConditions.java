package io.kubehop.service.controller.kubelet;

import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions of a Pod as its kubelet reports them. */
final class PodConditions {
  private static final List<String> OWN =
      List.of("Initialized", "Ready", "ContainersReady", "PodScheduled");

  private PodConditions() {}

  /** The conditions of a Pod whose containers are ready or not; conditions of others stay. */
  static List<Condition> of(Pod pod, boolean containersReady, boolean forced, Instant now) {
    boolean ready = containersReady && (forced || gatesAreOpen(pod));
    List<Condition> conditions = new ArrayList<>();
    conditions.add(condition(pod, "Initialized", true, "", now));
    conditions.add(condition(pod, "Ready", ready, "ContainersNotReady", now));
    conditions.add(condition(pod, "ContainersReady", containersReady, "ContainersNotReady", now));
    conditions.add(condition(pod, "PodScheduled", true, "", now));
    pod.status().conditions().stream()
        .filter(condition -> !OWN.contains(condition.type()))
        .forEach(conditions::add);
    return conditions;
  }

  private static boolean gatesAreOpen(Pod pod) {
    return pod.spec().readinessGates().stream()
        .allMatch(
            gate ->
                pod.status().conditions().stream()
                    .anyMatch(condition -> condition.type().equals(gate) && condition.isTrue()));
  }

  private static Condition condition(
      Pod pod, String type, boolean holds, String reasonIfNot, Instant now) {
    String status = holds ? "True" : "False";
    return pod.status().conditions().stream()
        .filter(old -> old.type().equals(type) && old.status().equals(status))
        .findFirst()
        .orElseGet(
            () -> new Condition(type, status, holds ? "" : reasonIfNot, "", Optional.of(now)));
  }
}
