package io.kubehop.scenarios.report;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.compare.Cause;
import io.kubehop.scenarios.compare.Difference;
import io.kubehop.scenarios.compare.ModeReport;
import java.util.List;
import java.util.Optional;

/** What modes do otherwise than iptables mode, for people: by cause, with some examples each. */
public final class CompareText {
  private static final int EXAMPLES = 3;

  private CompareText() {}

  /** The report of a comparison. */
  public static String of(ModeReport report) {
    StringBuilder text = new StringBuilder();
    report.differences().keySet().forEach(mode -> append(report, mode, text));
    return text.toString();
  }

  private static void append(ModeReport report, ProxyMode mode, StringBuilder text) {
    int count = report.differences().getOrDefault(mode, List.of()).size();
    text.append(text.isEmpty() ? "" : "\n").append(mode);
    text.append(": ").append(count).append(" of ").append(report.tried());
    text.append(" connections end otherwise than in iptables mode\n");
    report.byCause(mode).forEach((cause, differences) -> append(cause, differences, text));
  }

  private static void append(
      Optional<Cause> cause, List<Difference> differences, StringBuilder text) {
    text.append("\n  ").append(cause.map(Cause::title).orElse("NOT DOCUMENTED"));
    text.append(" (").append(differences.size()).append(")\n");
    cause.ifPresent(
        known ->
            text.append("    ")
                .append(known.reason())
                .append("\n    ")
                .append(known.source())
                .append('\n'));
    long shown = cause.isPresent() ? EXAMPLES : Long.MAX_VALUE;
    differences.stream().limit(shown).forEach(difference -> append(difference, text));
    if (differences.size() > shown) {
      text.append("      and ").append(differences.size() - shown).append(" more\n");
    }
  }

  private static void append(Difference difference, StringBuilder text) {
    String name = difference.trial().name();
    text.append("      ").append(difference.trial()).append(", ");
    text.append(name.isEmpty() ? "" : name + ": ").append(difference.trial().target());
    text.append("\n        iptables   ").append(difference.iptables());
    String mode = difference.mode().toString();
    text.append("\n        ").append(mode).append(" ".repeat(11 - mode.length()));
    text.append(difference.found()).append('\n');
  }
}
