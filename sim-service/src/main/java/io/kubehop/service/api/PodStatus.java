package io.kubehop.service.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a {@link Pod} (core/v1 PodStatus).
 *
 * @param phase {@code Pending}, {@code Running}, {@code Succeeded}, {@code Failed} or {@code
 *     Unknown}; empty while nothing is known
 * @param podIPs its addresses, the first is the primary one; empty while it has none
 * @param hostIPs the addresses of its node; empty while unknown
 * @param conditions the conditions
 * @param startTime when its node took it over
 */
public record PodStatus(
    String phase,
    List<String> podIPs,
    List<String> hostIPs,
    List<Condition> conditions,
    Optional<Instant> startTime) {

  /** Copies the collections. */
  public PodStatus {
    podIPs = List.copyOf(podIPs);
    hostIPs = List.copyOf(hostIPs);
    conditions = List.copyOf(conditions);
  }

  /** The status of a Pod of which nothing is known. */
  public static final PodStatus EMPTY =
      new PodStatus("", List.of(), List.of(), List.of(), Optional.empty());

  /** Returns the primary address; empty while it has none. */
  public String podIP() {
    return podIPs.isEmpty() ? "" : podIPs.get(0);
  }

  /** Returns the primary address of its node; empty while unknown. */
  public String hostIP() {
    return hostIPs.isEmpty() ? "" : hostIPs.get(0);
  }

  /** Returns whether the condition {@code Ready} holds. */
  public boolean isReady() {
    return conditions.stream().anyMatch(c -> c.type().equals("Ready") && c.isTrue());
  }

  /** Returns whether all its containers have ended for good. */
  public boolean isTerminal() {
    return phase.equals("Succeeded") || phase.equals("Failed");
  }
}
