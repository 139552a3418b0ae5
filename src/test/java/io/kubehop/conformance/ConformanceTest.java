package io.kubehop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.replay.ScenarioFiles;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.replay.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays all cases of the conformance banks. What was recorded from the real systems has to hold,
 * but for what the list of known failures names.
 */
class ConformanceTest {
  private static final KnownFailures KNOWN = KnownFailures.read();
  private static Report report = new Report(List.of());

  @BeforeAll
  static void replay() throws IOException {
    report = new Report(cases().parallelStream().flatMap(ConformanceTest::verdict).toList());
    Path folder = Checkout.root().resolve("src/target/conformance");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("summary.txt"), report.summary());
    Files.writeString(folder.resolve("failures.txt"), report.failures());
    System.out.print(report.summary());
  }

  private static List<Case> cases() {
    Modes modes = Modes.read();
    List<Case> cases = new ArrayList<>();
    Bank.files(".yaml")
        .forEach(
            (name, file) -> {
              if (!name.startsWith("service/badinput/") && !name.endsWith(".truth.yaml")) {
                String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
                modes.of(name).forEach(mode -> cases.add(new Case(folder, file, mode)));
              }
            });
    return cases;
  }

  /** One verdict, or none for a file without scenarios. */
  private static Stream<Verdict> verdict(Case each) {
    List<ScenarioResult> results =
        ScenarioFiles.replay(each.file().toString(), false, scenario -> inMode(scenario, each));
    if (results.isEmpty()) {
      return Stream.empty();
    }
    String failure = results.stream().map(ConformanceTest::failure).findFirst().orElse("");
    return Stream.of(new Verdict(each.name(), each.folder(), failure));
  }

  private static Scenario inMode(Scenario scenario, Case each) {
    return each.mode().isEmpty()
        ? scenario
        : scenario.withCluster(scenario.cluster().withForcedMode(ProxyMode.parse(each.mode())));
  }

  private static String failure(ScenarioResult result) {
    if (!result.isLoaded()) {
      return result.errors().get(0);
    }
    return result.steps().stream()
        .filter(step -> !step.passed())
        .findFirst()
        .map(ConformanceTest::failure)
        .orElse("");
  }

  private static String failure(StepResult step) {
    return step.step().header().path() + ": " + step.failures().get(0);
  }

  @TestFactory
  Stream<DynamicTest> cases_hold_but_for_the_known_failures() {
    return report.byFolder().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue())));
  }

  private static void check(List<Verdict> verdicts) {
    assertThat(verdicts)
        .filteredOn(verdict -> !verdict.passed() && !KNOWN.contains(verdict.name()))
        .as("cases that fail")
        .isEmpty();
    assertThat(verdicts)
        .filteredOn(verdict -> verdict.passed() && KNOWN.contains(verdict.name()))
        .as("cases that pass: take them off the list of known failures")
        .isEmpty();
  }

  @Test
  void there_are_cases() {
    assertThat(report.byFolder().values().stream().mapToInt(List::size).sum()).isGreaterThan(100);
  }
}
