package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code traffic} step expects. What is absent is not checked.
 *
 * @param successRate the share of connections that were delivered
 * @param latency the longest that each of {@code p50}, {@code p90}, {@code p99} and {@code max} may
 *     be
 */
public record TrafficExpectation(Optional<Bounds> successRate, Map<String, Duration> latency) {

  /** Copies the map. */
  public TrafficExpectation {
    latency = ImmutableMap.copyOf(latency);
  }

  /**
   * Bounds of a share. What is absent does not bind.
   *
   * @param exactly the share itself
   * @param above a share that it must exceed
   * @param below a share that it must stay under
   * @param atLeast the least
   * @param atMost the most
   */
  public record Bounds(
      Optional<Double> exactly,
      Optional<Double> above,
      Optional<Double> below,
      Optional<Double> atLeast,
      Optional<Double> atMost) {}
}
