package io.kubehop.scenarios.cluster;

import io.kubehop.core.app.Outcome;
import io.kubehop.scenarios.load.FailureWindow;
import io.kubehop.scenarios.load.TrafficReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what came of the connections of a load, failures by their reason. */
final class Fates {
  private final Blame blame;
  private final List<Duration> latencies = new ArrayList<>();
  private final Map<Reason, Span> failures = new LinkedHashMap<>();
  private int begun;

  Fates(Blame blame) {
    this.blame = blame;
  }

  private record Reason(Outcome outcome, Blame.Verdict verdict) {}

  private record Span(int count, long first, long last) {
    Span with(long time) {
      return new Span(count + 1, Math.min(first, time), Math.max(last, time));
    }
  }

  void ended(Dial dial, Dial.Dialled result) {
    if (result.ending().outcome() == Outcome.DELIVERED) {
      begun++;
      latencies.add(Duration.ofNanos(result.ended() - result.begun()));
    } else {
      failed(result, blame.judge(dial, result));
    }
  }

  void failed(Dial.Dialled result, Blame.Verdict verdict) {
    begun++;
    Reason reason = new Reason(result.ending().outcome(), verdict);
    Span known = failures.getOrDefault(reason, new Span(0, result.begun(), result.begun()));
    failures.put(reason, known.with(result.begun()));
  }

  TrafficReport report() {
    List<FailureWindow> windows = new ArrayList<>();
    failures.forEach((reason, span) -> windows.add(window(reason, span)));
    windows.sort(Comparator.comparing(FailureWindow::first).thenComparing(FailureWindow::cause));
    return new TrafficReport(begun, latencies, windows);
  }

  private FailureWindow window(Reason reason, Span span) {
    Duration last = Duration.ofNanos(span.last);
    String rule = reason.verdict.rule().map(stale -> "; " + blame.until(stale, last)).orElse("");
    return new FailureWindow(
        reason.outcome,
        reason.verdict.cause() + rule,
        span.count,
        Duration.ofNanos(span.first),
        last);
  }
}
