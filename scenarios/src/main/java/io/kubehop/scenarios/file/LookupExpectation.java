package io.kubehop.scenarios.file;

import io.kubehop.service.source.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@code resolve} step expects. What is absent is not checked.
 *
 * @param rcode the response code, such as {@code NXDOMAIN}
 * @param answers the records of the answer section, as a set
 * @param authority those of the authority section
 * @param additional those of the additional section
 * @param queries the names that were asked for, in order
 * @param took how long it took
 */
public record LookupExpectation(
    Optional<String> rcode,
    Optional<List<String>> answers,
    Optional<List<String>> authority,
    Optional<List<String>> additional,
    Optional<List<String>> queries,
    Optional<Span> took) {

  /**
   * Bounds of a duration. What is absent does not bind.
   *
   * @param atLeast the least
   * @param atMost the most
   */
  public record Span(Optional<Duration> atLeast, Optional<Duration> atMost) {

    /** Whether a duration is within them. */
    public boolean holds(Duration duration) {
      return atLeast.filter(least -> duration.compareTo(least) < 0).isEmpty()
          && atMost.filter(most -> duration.compareTo(most) > 0).isEmpty();
    }

    /** The bounds in words. */
    @Override
    public String toString() {
      return Stream.concat(
              atLeast.map(least -> "at least " + Durations.format(least)).stream(),
              atMost.map(most -> "at most " + Durations.format(most)).stream())
          .collect(Collectors.joining(" and "));
    }
  }
}
