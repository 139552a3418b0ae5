package io.kubehop.scenarios.report;

import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.file.Step;
import io.kubehop.scenarios.load.TrafficReport;
import io.kubehop.scenarios.replay.LookupCosts;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.replay.StepResult;
import io.kubehop.scenarios.trace.Table;
import io.kubehop.scenarios.trace.Times;
import java.util.List;
import java.util.Optional;

/**
 * Results as text, for people: a line for each scenario; below one that failed its failed steps,
 * each with what was expected and the trace of what happened.
 */
public final class ReplayText {
  private ReplayText() {}

  /** The report of a replay. */
  public static String of(List<ScenarioResult> results) {
    Table table = new Table();
    results.stream().filter(ScenarioResult::isLoaded).forEach(result -> summary(result, table));
    List<String> summaries = table.lines("");
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (ScenarioResult result : results) {
      if (result.isLoaded()) {
        text.append(summaries.get(next++)).append('\n');
        losses(result, text);
        failedSteps(result, text);
      }
    }
    return text.append(total(results)).append('\n').toString();
  }

  private static void summary(ScenarioResult result, Table table) {
    long failed = result.steps().stream().filter(step -> !step.passed()).count();
    String steps = result.steps().size() + (result.steps().size() == 1 ? " step" : " steps");
    table.row(
        result.passed() ? "pass" : "FAIL",
        result.name(),
        result.file(),
        (failed == 0 ? steps : failed + " of " + steps + " failed") + names(result));
  }

  /** What its names cost, where some of that could be saved. */
  private static String names(ScenarioResult result) {
    LookupCosts costs = LookupCosts.of(result);
    return costs.inVain() == 0
        ? ""
        : "; " + costs.questions() + " DNS questions, " + costs.inVain() + " of them in vain";
  }

  /** What a background load lost is worth reading even where it was expected. */
  private static void losses(ScenarioResult result, StringBuilder text) {
    for (StepResult step : result.steps()) {
      Optional<TrafficReport> lossy =
          step.found().traffic().filter(traffic -> !traffic.windows().isEmpty());
      if (lossy.isPresent()) {
        text.append("      ").append(title(step.step().header())).append('\n');
        lossy.get().text().forEach(line -> indented(line, text));
      }
    }
  }

  private static void failedSteps(ScenarioResult result, StringBuilder text) {
    for (StepResult step : result.steps()) {
      if (!step.passed()) {
        text.append('\n')
            .append("      ")
            .append(title(step.step().header()))
            .append("  (at ")
            .append(Times.seconds(step.time()))
            .append(", seed ")
            .append(result.seed())
            .append(")\n");
        step.failures().forEach(failure -> indented(failure, text));
        step.found().connection().ifPresent(connection -> trace(connection, text));
        text.append('\n');
      }
    }
  }

  /** The place in the file, and the name if it has one. */
  private static String title(Step.Header header) {
    return header.name().equals(header.path())
        ? header.path()
        : header.path() + "  " + header.name();
  }

  private static void trace(Connection connection, StringBuilder text) {
    text.append('\n');
    connection.text().forEach(line -> indented(line, text));
  }

  private static void indented(String line, StringBuilder text) {
    text.append(line.isEmpty() ? "" : "        ").append(line).append('\n');
  }

  private static String total(List<ScenarioResult> results) {
    long passed = results.stream().filter(ScenarioResult::passed).count();
    return passed + " passed, " + (results.size() - passed) + " failed";
  }
}
