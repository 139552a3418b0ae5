package io.kubehop.kubeproxy.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All differences, by Service, table and chain.
 *
 * @param drifts the differences
 */
public record DriftReport(List<Drift> drifts) {

  /** Copies the list. */
  public DriftReport {
    drifts = List.copyOf(drifts);
  }

  /** Whether the node has what it should have. */
  public boolean isClean() {
    return drifts.isEmpty();
  }

  /** The differences of each Service, by name; those of none in particular under an empty name. */
  public Map<String, List<Drift>> byService() {
    Map<String, List<Drift>> grouped = new TreeMap<>();
    for (Drift drift : drifts) {
      grouped.computeIfAbsent(drift.service(), s -> new ArrayList<>()).add(drift);
    }
    return grouped;
  }

  /** The differences as text, grouped by Service; one line says so if there are none. */
  public String text() {
    if (isClean()) {
      return "the node has the rules that kube-proxy would have written\n";
    }
    StringBuilder out = new StringBuilder();
    byService()
        .forEach(
            (service, found) -> {
              out.append(service.isEmpty() ? "All Services" : "Service " + service).append('\n');
              found.forEach(drift -> append(drift, out));
            });
    return out.append(drifts.size())
        .append(drifts.size() == 1 ? " difference\n" : " differences\n")
        .toString();
  }

  private static void append(Drift drift, StringBuilder out) {
    out.append("  ").append(padded(drift.kind().toString()));
    out.append(drift.table()).append(' ').append(drift.chain());
    out.append(drift.note().isEmpty() ? "" : ": " + drift.note()).append('\n');
    drift
        .expected()
        .ifPresent(rule -> out.append("    ").append(padded("should")).append(rule).append('\n'));
    drift
        .found()
        .ifPresent(rule -> out.append("    ").append(padded("has")).append(rule).append('\n'));
  }

  private static String padded(String word) {
    return word + " ".repeat(9 - word.length());
  }
}
