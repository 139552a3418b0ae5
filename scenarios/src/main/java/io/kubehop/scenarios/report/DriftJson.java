package io.kubehop.scenarios.report;

import io.kubehop.kubeproxy.drift.Drift;
import io.kubehop.kubeproxy.drift.DriftReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs on a node, as JSON for programs. */
public final class DriftJson {
  private DriftJson() {}

  /** The report on a node. Differences that concern no Service in particular have a null there. */
  public static String of(String node, DriftReport report) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("node", node);
    out.put("differences", report.drifts().size());
    List<Map<String, @Nullable Object>> services = new ArrayList<>();
    report
        .byService()
        .forEach(
            (service, drifts) -> {
              Map<String, @Nullable Object> group = new LinkedHashMap<>();
              group.put("service", service.isEmpty() ? null : service);
              group.put("drifts", drifts.stream().map(DriftJson::drift).toList());
              services.add(group);
            });
    out.put("services", services);
    return Json.write(out);
  }

  private static Map<String, @Nullable Object> drift(Drift drift) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("kind", drift.kind().toString());
    out.put("table", drift.table());
    out.put("chain", drift.chain());
    out.put("expected", drift.expected().orElse(null));
    out.put("found", drift.found().orElse(null));
    if (!drift.note().isEmpty()) {
      out.put("note", drift.note());
    }
    return out;
  }
}
