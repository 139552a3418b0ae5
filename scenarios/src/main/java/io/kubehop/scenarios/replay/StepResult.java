package io.kubehop.scenarios.replay;

import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.file.Step;
import io.kubehop.scenarios.load.TrafficReport;
import io.kubehop.service.source.SourceNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one step.
 *
 * @param step the step
 * @param time the virtual time at which it ran
 * @param failures what was expected and is not so; empty: it passed
 * @param found what it brought to light
 */
public record StepResult(Step step, Duration time, List<String> failures, Found found) {

  /** Copies the list. */
  public StepResult {
    failures = List.copyOf(failures);
  }

  /** Whether everything was as expected. */
  public boolean passed() {
    return failures.isEmpty();
  }

  /**
   * What a step brings to light.
   *
   * @param connection of a {@code send}, with its text if something was not as expected
   * @param object of a {@code get}
   * @param lookup of a {@code resolve}
   * @param traffic of a {@code traffic}, once it is over
   */
  public record Found(
      Optional<Connection> connection,
      Optional<SourceNode> object,
      Optional<LookupResult> lookup,
      Optional<TrafficReport> traffic) {
    /** Nothing. */
    public static final Found NOTHING =
        new Found(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Found of(Connection connection) {
      return new Found(
          Optional.of(connection), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Found of(SourceNode object) {
      return new Found(Optional.empty(), Optional.of(object), Optional.empty(), Optional.empty());
    }

    static Found of(LookupResult lookup) {
      return new Found(Optional.empty(), Optional.empty(), Optional.of(lookup), Optional.empty());
    }

    static Found of(TrafficReport traffic) {
      return new Found(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(traffic));
    }
  }
}
