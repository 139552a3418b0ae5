package io.kubehop.scenarios.replay;

import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.file.ScenarioReader;
import io.kubehop.service.source.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Replays whole files. */
public final class ScenarioFiles {
  private ScenarioFiles() {}

  /**
   * Replays the scenarios of a file. What is wrong with the file is a result, not an exception.
   *
   * @param file the file as the user named it
   * @param required whether every document has to be a scenario; else there may be none
   * @param overrides what is changed of each scenario before it runs
   */
  public static List<ScenarioResult> replay(
      String file, boolean required, UnaryOperator<Scenario> overrides) {
    try {
      List<Scenario> scenarios = required ? ScenarioReader.read(file) : ScenarioReader.find(file);
      List<ScenarioResult> results = new ArrayList<>();
      scenarios.forEach(scenario -> results.add(ScenarioRun.run(overrides.apply(scenario))));
      return results;
    } catch (InvalidInputException invalid) {
      return List.of(ScenarioResult.unloadable(file, invalid.lines()));
    }
  }
}
