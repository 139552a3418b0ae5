package io.kubehop.service.controller.workload;

import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which Pods count for a workload (pkg/api/v1/pod, IsPodAvailable; pkg/controller,
 * FilterActivePods).
 */
final class Availability {

  private Availability() {}

  /** Neither ended nor about to. */
  static boolean isActive(Pod pod) {
    return !pod.status().isTerminal() && !pod.metadata().isBeingDeleted();
  }

  /** Ready, and for long enough. */
  static boolean isAvailable(Pod pod, int minReadySeconds, Instant now) {
    return pod.status().isReady() && untilAvailable(pod, minReadySeconds, now).isZero();
  }

  /** How long a ready Pod has to stay ready until it counts; zero if it does already. */
  static Duration untilAvailable(Pod pod, int minReadySeconds, Instant now) {
    if (minReadySeconds == 0) {
      return Duration.ZERO;
    }
    Optional<Instant> since = readyCondition(pod).flatMap(Condition::lastTransitionTime);
    return since
        .map(instant -> Duration.between(now, instant.plusSeconds(minReadySeconds)))
        .filter(left -> !left.isNegative())
        .orElse(Duration.ZERO);
  }

  /**
   * The shortest time after which a ready Pod begins to count that does not yet; empty if there is
   * none.
   */
  static Optional<Duration> nextChange(List<Pod> pods, int minReadySeconds, Instant now) {
    return pods.stream()
        .filter(pod -> pod.status().isReady())
        .map(pod -> untilAvailable(pod, minReadySeconds, now))
        .filter(left -> !left.isZero())
        .min(Duration::compareTo);
  }

  private static Optional<Condition> readyCondition(Pod pod) {
    return pod.status().conditions().stream().filter(c -> c.type().equals("Ready")).findFirst();
  }
}
