package io.kubehop.scenarios.report;

import io.kubehop.scenarios.load.FailureWindow;
import io.kubehop.scenarios.load.TrafficReport;
import io.kubehop.scenarios.load.TrafficReport.Latency;
import io.kubehop.scenarios.replay.StepResult;
import io.kubehop.scenarios.trace.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A background load as JSON. {@code failures} counts connections by how they failed, so what was
 * expected and is not so stands in {@code mismatches}.
 */
final class TrafficJson {
  private TrafficJson() {}

  static void addTo(Map<String, @Nullable Object> step, TrafficReport report, StepResult result) {
    step.put("begun", report.begun());
    step.put("succeeded", report.succeeded());
    OptionalDouble rate = report.successRate();
    step.put("successRate", rate.isPresent() ? rate.getAsDouble() : null);
    Map<String, @Nullable Object> failures = new LinkedHashMap<>();
    report.failures().forEach((outcome, count) -> failures.put(outcome.toString(), count));
    step.put("failures", failures);
    step.put("mismatches", result.failures());
    for (Latency latency : Latency.values()) {
      step.put(
          latency.toString(),
          report.latency(latency).map(time -> Times.milliseconds(time.toNanos())).orElse(null));
    }
    List<Map<String, @Nullable Object>> windows = new ArrayList<>();
    report.windows().forEach(window -> windows.add(window(window)));
    step.put("windows", windows);
  }

  private static Map<String, @Nullable Object> window(FailureWindow window) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("outcome", window.outcome().toString());
    json.put("count", window.count());
    json.put("first", Times.seconds(window.first()));
    json.put("last", Times.seconds(window.last()));
    json.put("cause", window.cause());
    return json;
  }
}
