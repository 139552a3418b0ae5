package io.kubehop.testkit.internal;

import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Repetition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a failed assertion about a connection shows. */
public final class FailedConnection {
  private static final String RULE = "by ";
  private static final Pattern DECIDES =
      Pattern.compile("\\b(dnat|reject|drop|redirect)\\b", Pattern.CASE_INSENSITIVE);

  private FailedConnection() {}

  /**
   * The message.
   *
   * @param wanted what was expected, as the end of "Expecting X …"
   * @param found what is so instead, as the end of "but …"
   * @param expected the same as the {@code expect} of a scenario's step
   */
  public static String text(
      Connection connection, String wanted, String found, Map<String, ?> expected) {
    List<String> lines = new ArrayList<>();
    lines.add("Expecting " + connection.request() + " " + wanted);
    lines.add("but " + found);
    lines.add("");
    lines.addAll(marked(connection.text()));
    connection.repetition().ifPresent(each -> lines.addAll(again(connection, each, expected)));
    return String.join("\n", lines);
  }

  /** The trace, with an arrow before the rule that decided. */
  private static List<String> marked(List<String> trace) {
    List<String> lines = new ArrayList<>(trace);
    int decided = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (isRule(lines.get(i)) && (decided < 0 || decides(lines.get(i)))) {
        decided = i;
      }
    }
    if (decided >= 0) {
      String line = lines.get(decided);
      int rule = line.indexOf(RULE);
      lines.set(decided, "=>" + line.substring(2, rule) + line.substring(rule));
    }
    return lines;
  }

  private static boolean isRule(String line) {
    return line.startsWith("   ") && line.stripLeading().startsWith(RULE);
  }

  private static boolean decides(String line) {
    return DECIDES.matcher(line.toLowerCase(Locale.ROOT)).find();
  }

  private static List<String> again(
      Connection connection, Repetition repetition, Map<String, ?> expected) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "Seed     "
            + repetition.seed()
            + "; the same run again: -Dkubehop.seed="
            + repetition.seed());
    String name = connection.request().toString();
    try {
      lines.add("Scenario " + ScenarioFile.write(name, repetition.scenario(expected)));
    } catch (IllegalArgumentException inexpressible) {
      lines.add("Scenario none: " + inexpressible.getMessage());
    }
    return lines;
  }
}
