package io.kubehop.scenarios.replay;

import io.kubehop.scenarios.file.TrafficExpectation;
import io.kubehop.scenarios.file.TrafficExpectation.Bounds;
import io.kubehop.scenarios.load.FailureWindow;
import io.kubehop.scenarios.load.TrafficReport;
import io.kubehop.scenarios.load.TrafficReport.Latency;
import io.kubehop.service.source.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/** Compares a background load with what was expected of it. */
final class TrafficCheck {
  private static final double TOLERANCE = 1e-9;

  private TrafficCheck() {}

  static List<String> failures(TrafficExpectation expected, TrafficReport found) {
    List<String> failures = new ArrayList<>();
    expected.successRate().ifPresent(bounds -> successRate(bounds, found, failures));
    for (Latency latency : Latency.values()) {
      Duration bound = expected.latency().get(latency.toString());
      if (bound != null) {
        latency(latency, bound, found, failures);
      }
    }
    return failures;
  }

  private static void successRate(Bounds bounds, TrafficReport found, List<String> failures) {
    List<String> wanted = new ArrayList<>();
    OptionalDouble rate = found.successRate();
    bound("", bounds.exactly(), rate, r -> Math.abs(r - bounds.exactly().orElse(r)) <= TOLERANCE)
        .ifPresent(wanted::add);
    bound("above ", bounds.above(), rate, r -> r > bounds.above().orElse(0.0))
        .ifPresent(wanted::add);
    bound("below ", bounds.below(), rate, r -> r < bounds.below().orElse(1.0))
        .ifPresent(wanted::add);
    bound("at least ", bounds.atLeast(), rate, r -> r >= bounds.atLeast().orElse(0.0))
        .ifPresent(wanted::add);
    bound("at most ", bounds.atMost(), rate, r -> r <= bounds.atMost().orElse(1.0))
        .ifPresent(wanted::add);
    if (!wanted.isEmpty()) {
      failures.add(
          "successRate: expected " + String.join(" and ", wanted) + " but was " + shown(found));
    }
  }

  /** What was wanted, if it is not so. */
  private static Optional<String> bound(
      String word, Optional<Double> bound, OptionalDouble found, DoublePredicate holds) {
    boolean kept = bound.isEmpty() || (found.isPresent() && holds.test(found.getAsDouble()));
    return kept ? Optional.empty() : Optional.of(word + bound.get());
  }

  private static String shown(TrafficReport found) {
    if (found.successRate().isEmpty()) {
      return "nothing: no connection began";
    }
    String rate = String.valueOf(found.successRate().getAsDouble());
    return found.windows().stream()
        .map(FailureWindow::toString)
        .reduce(rate, (all, window) -> all + "; " + window);
  }

  private static void latency(
      Latency which, Duration bound, TrafficReport found, List<String> failures) {
    Optional<Duration> latency = found.latency(which);
    if (latency.filter(time -> time.compareTo(bound) <= 0).isEmpty()) {
      failures.add(
          which
              + ": expected at most "
              + Durations.format(bound)
              + " but was "
              + latency.map(Durations::format).orElse("nothing: no connection succeeded"));
    }
  }
}
