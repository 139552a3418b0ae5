package io.kubehop.scenarios.report;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.compare.Cause;
import io.kubehop.scenarios.compare.Difference;
import io.kubehop.scenarios.compare.ModeReport;
import io.kubehop.scenarios.compare.Sight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What modes do otherwise than iptables mode, as JSON for programs. */
public final class CompareJson {
  private CompareJson() {}

  /** The report of a comparison. A cause of null: the difference is not a documented one. */
  public static String of(ModeReport report) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("connections", report.tried());
    out.put("documented", report.isDocumented());
    List<Map<String, @Nullable Object>> modes = new ArrayList<>();
    report.differences().keySet().forEach(mode -> modes.add(mode(report, mode)));
    out.put("modes", modes);
    return Json.write(out);
  }

  private static Map<String, @Nullable Object> mode(ModeReport report, ProxyMode mode) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("mode", mode.toString());
    out.put("differences", report.differences().getOrDefault(mode, List.of()).size());
    List<Map<String, @Nullable Object>> causes = new ArrayList<>();
    report.byCause(mode).forEach((cause, differences) -> causes.add(group(cause, differences)));
    out.put("causes", causes);
    return out;
  }

  private static Map<String, @Nullable Object> group(
      Optional<Cause> cause, List<Difference> differences) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("cause", cause.map(Cause::title).orElse(null));
    out.put("reason", cause.map(Cause::reason).orElse(null));
    out.put("source", cause.map(Cause::source).orElse(null));
    out.put("connections", differences.stream().map(CompareJson::difference).toList());
    return out;
  }

  private static Map<String, @Nullable Object> difference(Difference difference) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    String service = difference.trial().name();
    out.put("service", service.isEmpty() ? null : service);
    out.put("target", difference.trial().target().toString());
    out.put("client", difference.trial().client().toString());
    out.put("node", difference.trial().node());
    out.put("from", difference.trial().request().source().toString());
    out.put("to", difference.trial().request().destination().toString());
    out.put("iptables", sight(difference.iptables()));
    out.put(difference.mode().toString(), sight(difference.found()));
    return out;
  }

  private static Map<String, @Nullable Object> sight(Sight sight) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("outcomes", texts(List.copyOf(sight.outcomes())));
    out.put("endpoints", texts(sight.endpoints()));
    out.put("sources", texts(sight.sources()));
    return out;
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }
}
