package io.kubehop.scenarios.report;

import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.dns.resolver.NameCost;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.replay.StepResult;
import io.kubehop.scenarios.trace.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as JSON, for programs. */
public final class ReplayJson {
  private ReplayJson() {}

  /** The report of a replay. */
  public static String of(List<ScenarioResult> results) {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    long passed = results.stream().filter(ScenarioResult::passed).count();
    report.put("passed", passed);
    report.put("failed", results.size() - passed);
    List<Map<String, @Nullable Object>> scenarios = new ArrayList<>();
    results.forEach(result -> scenarios.add(scenario(result)));
    report.put("scenarios", scenarios);
    return Json.write(report);
  }

  /** One connection, shaped as a {@code send} step without expectations. */
  public static String of(Connection connection, Duration time) {
    Map<String, @Nullable Object> step = new LinkedHashMap<>();
    step.put("name", connection.request().toString());
    step.put("action", "send");
    step.put("passed", true);
    step.put("time", Times.seconds(time));
    step.put("failures", List.of());
    ConnectionJson.addTo(step, connection);
    return Json.write(step);
  }

  /** One look-up, with the keys of a {@code resolve} step. */
  public static String of(LookupResult lookup) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("name", lookup.name());
    addTo(object, lookup);
    return Json.write(object);
  }

  private static Map<String, @Nullable Object> scenario(ScenarioResult result) {
    Map<String, @Nullable Object> scenario = new LinkedHashMap<>();
    if (result.isLoaded()) {
      scenario.put("name", result.name());
    }
    scenario.put("file", result.file());
    scenario.put("passed", result.passed());
    if (result.isLoaded()) {
      scenario.put("findings", result.findings());
      NameJson.of(result).ifPresent(costs -> scenario.put("dns", costs));
      List<Map<String, @Nullable Object>> steps = new ArrayList<>();
      result.steps().forEach(step -> steps.add(step(step)));
      scenario.put("steps", steps);
    } else {
      scenario.put("error", String.join("\n", result.errors()));
    }
    return scenario;
  }

  private static Map<String, @Nullable Object> step(StepResult result) {
    Map<String, @Nullable Object> step = new LinkedHashMap<>();
    step.put("name", result.step().header().name());
    step.put("action", result.step().action().toString());
    step.put("passed", result.passed());
    step.put("time", Times.seconds(result.time()));
    step.put("failures", result.failures());
    result.found().connection().ifPresent(connection -> ConnectionJson.addTo(step, connection));
    result.found().lookup().ifPresent(lookup -> addTo(step, lookup));
    result.found().traffic().ifPresent(traffic -> TrafficJson.addTo(step, traffic, result));
    result.found().object().ifPresent(object -> step.put("object", object.plain()));
    return step;
  }

  private static void addTo(Map<String, @Nullable Object> step, LookupResult lookup) {
    step.put("rcode", lookup.rcodeText());
    step.put("flags", lookup.flags());
    step.put("answers", LookupResult.texts(lookup.answers()));
    step.put("authority", LookupResult.texts(lookup.authority()));
    step.put("additional", LookupResult.texts(lookup.additional()));
    step.put("queries", lookup.queries());
    step.put("took", Times.seconds(lookup.took()));
    NameJson.addTo(step, NameCost.of(lookup));
  }
}
