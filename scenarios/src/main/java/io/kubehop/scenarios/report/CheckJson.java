package io.kubehop.scenarios.report;

import io.kubehop.scenarios.check.ProbeResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be reached, as JSON for programs. */
public final class CheckJson {
  private CheckJson() {}

  /** The report of a check. */
  public static String of(List<ProbeResult> results) {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    long failed = results.stream().filter(ProbeResult::isBad).count();
    report.put("passed", results.size() - failed);
    report.put("failed", failed);
    List<Map<String, @Nullable Object>> probes = new ArrayList<>();
    results.forEach(result -> probes.add(probe(result)));
    report.put("probes", probes);
    return Json.write(report);
  }

  private static Map<String, @Nullable Object> probe(ProbeResult result) {
    Map<String, @Nullable Object> probe = new LinkedHashMap<>();
    probe.put("object", result.probe().object().toString());
    probe.put("from", result.probe().from());
    probe.put("to", result.probe().request().destination().toString());
    probe.put("required", result.probe().required());
    probe.put("passed", !result.isBad());
    result.connection().ifPresent(connection -> ConnectionJson.addTo(probe, connection));
    probe.remove("hops");
    result.obstacle().ifPresent(obstacle -> probe.put("obstacle", obstacle));
    result
        .explanation()
        .ifPresent(
            explanation -> {
              probe.put("reasons", explanation.reasons());
              probe.put("next", explanation.next().orElse(null));
            });
    return probe;
  }
}
