package io.kubehop.service.api;

import java.util.Optional;

/**
 * Whether an {@link Endpoint} may be used (discovery/v1 EndpointConditions). Each is absent where
 * unknown.
 *
 * @param ready ready, and not terminating; unknown counts as ready
 * @param serving ready whether or not it is terminating; unknown counts as {@code ready}
 * @param terminating on its way out; unknown counts as not
 */
public record EndpointConditions(
    Optional<Boolean> ready, Optional<Boolean> serving, Optional<Boolean> terminating) {

  /** Conditions of which none is known. */
  public static final EndpointConditions UNKNOWN =
      new EndpointConditions(Optional.empty(), Optional.empty(), Optional.empty());

  /** Returns conditions that are all known. */
  public static EndpointConditions of(boolean ready, boolean serving, boolean terminating) {
    return new EndpointConditions(
        Optional.of(ready), Optional.of(serving), Optional.of(terminating));
  }

  /** Returns whether it counts as ready. */
  public boolean isReady() {
    return ready.orElse(true);
  }

  /** Returns whether it counts as serving. */
  public boolean isServing() {
    return serving.orElseGet(this::isReady);
  }

  /** Returns whether it counts as terminating. */
  public boolean isTerminating() {
    return terminating.orElse(false);
  }
}
