package io.kubehop.scenarios.report;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.check.ProbeResult;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.trace.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be reached, as a table for people; below it what cannot, and what to change. */
public final class CheckText {
  private static final int FEW = 4;
  private static final String INDENT = "      ";

  private CheckText() {}

  /** The report of a check. */
  public static String of(List<ProbeResult> results) {
    Table table = new Table().row("", "WHAT", "FROM", "CALLED", "RESULT", "ARRIVES AT");
    results.forEach(result -> row(result, table));
    StringBuilder text = new StringBuilder();
    table.lines("").forEach(line -> text.append(line).append('\n'));
    bad(results).values().forEach(alike -> explain(alike, text));
    long bad = results.stream().filter(ProbeResult::isBad).count();
    long tried = results.stream().filter(ProbeResult::isDecided).count();
    return text.append('\n')
        .append(tried - bad)
        .append(" of ")
        .append(tried)
        .append(" as they should be\n")
        .toString();
  }

  private static void row(ProbeResult result, Table table) {
    table.row(
        mark(result),
        result.probe().object().toString(),
        result.probe().from(),
        result.probe().request().destination().toString(),
        result.outcome(),
        result.connection().map(CheckText::where).orElseGet(() -> result.obstacle().orElse("")));
  }

  private static String where(Connection connection) {
    Set<String> places = new LinkedHashSet<>(connection.pods());
    if (places.isEmpty()) {
      connection.endpoints().stream().map(SocketAddress::toString).forEach(places::add);
    }
    if (places.isEmpty()) {
      connection.answers().stream()
          .flatMap(answer -> answer.location().stream())
          .forEach(location -> places.add("redirected to " + location));
    }
    String shown = places.stream().limit(FEW).collect(Collectors.joining(", "));
    return places.size() > FEW ? shown + " and " + (places.size() - FEW) + " more" : shown;
  }

  private static String mark(ProbeResult result) {
    if (!result.isDecided()) {
      return "?";
    }
    return result.arrives() ? "ok" : result.isBad() ? "FAIL" : "-";
  }

  /** What does not arrive, together with what does not arrive for the same reason. */
  private static Map<List<String>, List<ProbeResult>> bad(List<ProbeResult> results) {
    Map<List<String>, List<ProbeResult>> alike = new LinkedHashMap<>();
    for (ProbeResult result : results) {
      if (result.isBad()) {
        List<String> key = new ArrayList<>(List.of(result.probe().object().toString()));
        result.explanation().ifPresent(explanation -> key.addAll(explanation.reasons()));
        alike.computeIfAbsent(key, k -> new ArrayList<>()).add(result);
      }
    }
    return alike;
  }

  private static void explain(List<ProbeResult> alike, StringBuilder text) {
    text.append('\n');
    alike.forEach(result -> text.append("FAIL  ").append(result.probe().request()).append('\n'));
    alike
        .get(0)
        .explanation()
        .ifPresent(
            explanation ->
                explanation.lines().forEach(line -> text.append(INDENT).append(line).append('\n')));
  }
}
