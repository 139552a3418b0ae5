package io.kubehop.scenarios.load;

import io.kubehop.core.app.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of a background load.
 *
 * @param begun how many connections began
 * @param latencies how long each took that succeeded, from its first packet to the end of the
 *     answer
 * @param windows why the others failed, the earliest first
 */
public record TrafficReport(int begun, List<Duration> latencies, List<FailureWindow> windows) {

  /** Copies the lists, latencies in ascending order. */
  public TrafficReport {
    latencies = latencies.stream().sorted().toList();
    windows = List.copyOf(windows);
  }

  /** A latency that a share of the connections that succeeded kept. */
  public enum Latency {
    /** The median. */
    P50(50),
    /** What nine of ten kept. */
    P90(90),
    /** What all but one of a hundred kept. */
    P99(99),
    /** The longest. */
    MAX(100);

    private final int percent;

    Latency(int percent) {
      this.percent = percent;
    }

    /** As scenario files write it: {@code p50} … {@code max}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How many succeeded: an endpoint answered, whatever its HTTP status. */
  public int succeeded() {
    return latencies.size();
  }

  /** The share that succeeded; empty if none began. */
  public OptionalDouble successRate() {
    return begun == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) succeeded() / begun);
  }

  /** How many failed with each outcome. */
  public Map<Outcome, Integer> failures() {
    Map<Outcome, Integer> failures = new EnumMap<>(Outcome.class);
    windows.forEach(window -> failures.merge(window.outcome(), window.count(), Integer::sum));
    return failures;
  }

  /**
   * A latency by the nearest-rank method: the smallest that at least so many of the connections
   * that succeeded kept. Empty if none succeeded.
   */
  public Optional<Duration> latency(Latency which) {
    if (latencies.isEmpty()) {
      return Optional.empty();
    }
    long rank = ((long) latencies.size() * which.percent + 99) / 100;
    return Optional.of(latencies.get((int) Math.max(1, rank) - 1));
  }

  /** In words: how many succeeded and how fast, then a line for each reason of failures. */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(Locale.ROOT, "%,d of %,d connections succeeded", succeeded(), begun)
            + latencyText());
    windows.forEach(window -> lines.add("  " + window));
    return lines;
  }

  private String latencyText() {
    StringBuilder text = new StringBuilder();
    Arrays.stream(Latency.values())
        .forEach(
            each ->
                latency(each)
                    .ifPresent(
                        value -> text.append(", ").append(each).append(' ').append(millis(value))));
    return text.toString();
  }

  private static String millis(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 6)
            .setScale(3, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " ms";
  }
}
