package io.kubehop.scenarios.report;

import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.replay.StepResult;
import java.util.List;

/**
 * Results as JUnit XML, for continuous integration: a test suite for each scenario, a test case for
 * each step. Durations are left out, since virtual time is not what such reports mean.
 */
public final class ReplayJUnit {
  private ReplayJUnit() {}

  /** The report of a replay. */
  public static String of(List<ScenarioResult> results) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    results.forEach(result -> suite(result, xml));
    return xml.append("</testsuites>\n").toString();
  }

  private static void suite(ScenarioResult result, StringBuilder xml) {
    long failures = result.steps().stream().filter(step -> !step.passed()).count();
    String name = result.isLoaded() ? result.name() : result.file();
    int tests = result.isLoaded() ? result.steps().size() : 1;
    xml.append("  <testsuite name=\"")
        .append(escaped(name))
        .append("\" file=\"")
        .append(escaped(result.file()))
        .append("\" tests=\"")
        .append(tests)
        .append("\" failures=\"")
        .append(failures)
        .append("\" errors=\"")
        .append(result.isLoaded() ? 0 : 1)
        .append("\">\n");
    if (!result.isLoaded()) {
      testCase("load", name, "error", result.errors(), xml);
    }
    for (StepResult step : result.steps()) {
      testCase(step.step().header().name(), name, "failure", step.failures(), xml);
    }
    xml.append("  </testsuite>\n");
  }

  private static void testCase(
      String name, String scenario, String kind, List<String> messages, StringBuilder xml) {
    xml.append("    <testcase name=\"")
        .append(escaped(name))
        .append("\" classname=\"")
        .append(escaped(scenario));
    if (messages.isEmpty()) {
      xml.append("\"/>\n");
      return;
    }
    xml.append("\">\n      <")
        .append(kind)
        .append(" message=\"")
        .append(escaped(messages.get(0)))
        .append("\">")
        .append(escaped(String.join("\n", messages)))
        .append("</")
        .append(kind)
        .append(">\n    </testcase>\n");
  }

  /** Escapes for an attribute in double quotes; XML 1.0 has no way to write control characters. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\t' -> escaped.append("&#9;");
                default -> escaped.appendCodePoint(c < ' ' ? '?' : c);
              }
            });
    return escaped.toString();
  }
}
