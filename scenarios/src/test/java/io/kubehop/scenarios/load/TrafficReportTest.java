package io.kubehop.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.scenarios.load.TrafficReport.Latency;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficReportTest {

  @Test
  void a_latency_is_the_smallest_that_the_share_kept() {
    List<Duration> hundred =
        IntStream.rangeClosed(1, 100).mapToObj(i -> Duration.ofMillis(101 - i)).toList();
    TrafficReport report = new TrafficReport(100, hundred, List.of());

    assertThat(report.latency(Latency.P50)).contains(Duration.ofMillis(50));
    assertThat(report.latency(Latency.P90)).contains(Duration.ofMillis(90));
    assertThat(report.latency(Latency.P99)).contains(Duration.ofMillis(99));
    assertThat(report.latency(Latency.MAX)).contains(Duration.ofMillis(100));
    assertThat(report.successRate()).hasValue(1.0);
  }

  @Test
  void of_one_connection_every_latency_is_its_own() {
    TrafficReport report = new TrafficReport(2, List.of(Duration.ofMillis(3)), List.of());

    assertThat(Latency.values())
        .allSatisfy(each -> assertThat(report.latency(each)).contains(Duration.ofMillis(3)));
    assertThat(report.successRate()).hasValue(0.5);
  }

  @Test
  void nothing_begun_has_no_rate_and_nothing_delivered_no_latency() {
    TrafficReport report = new TrafficReport(0, List.of(), List.of());

    assertThat(report.successRate()).isEmpty();
    assertThat(report.latency(Latency.MAX)).isEmpty();
    assertThat(report.text()).containsExactly("0 of 0 connections succeeded");
  }

  @Test
  void failures_are_counted_by_how_they_ended_and_told_with_their_window() {
    FailureWindow refused =
        new FailureWindow(
            Outcome.REFUSED, "it had ended", 3, Duration.ofMillis(12_100), Duration.ofSeconds(13));
    FailureWindow again =
        new FailureWindow(
            Outcome.REFUSED, "so had that", 1, Duration.ofSeconds(20), Duration.ofSeconds(20));
    TrafficReport report =
        new TrafficReport(1004, List.of(Duration.ofNanos(480_000)), List.of(refused, again));

    assertThat(report.failures()).containsEntry(Outcome.REFUSED, 4).hasSize(1);
    assertThat(report.text())
        .containsExactly(
            "1 of 1,004 connections succeeded, p50 0.48 ms, p90 0.48 ms, p99 0.48 ms, max 0.48 ms",
            "  3 refused from 12.1 s to 13 s: it had ended",
            "  1 refused at 20 s: so had that");
  }
}
