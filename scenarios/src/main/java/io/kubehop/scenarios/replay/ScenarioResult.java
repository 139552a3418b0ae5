package io.kubehop.scenarios.replay;

import java.util.List;

/**
 * What came of one scenario.
 *
 * @param file the file as the user named it
 * @param name the scenario; empty if the file could not be loaded
 * @param seed what its random choices derived from
 * @param findings what was given but is not modelled
 * @param errors why it could not be loaded, a line each; empty if it could
 * @param steps what came of its steps, in order
 */
public record ScenarioResult(
    String file,
    String name,
    long seed,
    List<String> findings,
    List<String> errors,
    List<StepResult> steps) {

  /** Copies the lists. */
  public ScenarioResult {
    findings = List.copyOf(findings);
    errors = List.copyOf(errors);
    steps = List.copyOf(steps);
  }

  /** A file that could not be loaded. */
  public static ScenarioResult unloadable(String file, List<String> errors) {
    return new ScenarioResult(file, "", 0, List.of(), errors, List.of());
  }

  /** Whether it could be loaded. */
  public boolean isLoaded() {
    return errors.isEmpty();
  }

  /** Whether it could be loaded and all its steps passed. */
  public boolean passed() {
    return isLoaded() && steps.stream().allMatch(StepResult::passed);
  }
}
