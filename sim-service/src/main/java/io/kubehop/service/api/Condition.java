package io.kubehop.service.api;

import java.time.Instant;
import java.util.Optional;

/**
 * One condition in the status of an object (meta/v1 Condition and its older forms of Pods, Nodes
 * and workloads).
 *
 * @param type what is stated, such as {@code Ready}
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason a word for why; empty when not said
 * @param message a sentence for people; empty when not said
 * @param lastTransitionTime when the status changed last; absent when not said
 */
public record Condition(
    String type,
    String status,
    String reason,
    String message,
    Optional<Instant> lastTransitionTime) {

  /** Returns a condition that states a type and a status and no more. */
  public static Condition of(String type, boolean holds) {
    return new Condition(type, holds ? "True" : "False", "", "", Optional.empty());
  }

  /** Returns whether the condition is known to hold. */
  public boolean isTrue() {
    return status.equals("True");
  }
}
