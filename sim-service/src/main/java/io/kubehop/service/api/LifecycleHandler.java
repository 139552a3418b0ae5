package io.kubehop.service.api;

import java.util.List;
import java.util.Optional;

/**
 * What runs before a {@link Container} is told to end (core/v1 LifecycleHandler).
 *
 * @param sleepSeconds {@code sleep.seconds}: a pause, in seconds
 * @param exec {@code exec.command}: a command; empty: none
 */
public record LifecycleHandler(Optional<Long> sleepSeconds, List<String> exec) {

  /** Copies the collections. */
  public LifecycleHandler {
    exec = List.copyOf(exec);
  }
}
