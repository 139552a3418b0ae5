package io.kubehop.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.replay.ScenarioResult;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class ScenarioTestTest {
  private static final String FILE = "src/test/resources/scenarios/two.yaml";

  @Test
  void each_scenario_is_a_test_of_its_own() {
    TestRun run = TestRun.of(Scenarios.class);

    assertThat(run.passed).containsExactly("holds (" + FILE + ")");
    assertThat(run.failed).containsOnlyKeys("does-not-hold (" + FILE + ")");
  }

  @Test
  void a_failure_shows_the_trace_and_how_to_repeat_it() {
    assertThat(TestRun.of(Scenarios.class, "kubehop.seed", "7").failure())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("outcome: expected delivered but was refused")
        .hasMessageContaining("set spec.ports[0].targetPort")
        .hasMessageContaining("Seed     7; the same run again: -Dkubehop.seed=7");
  }

  @Disabled(TestRun.ONLY)
  static class Scenarios {
    @ScenarioTest("src/test/resources/scenarios/")
    void scenarios(ScenarioResult result) {
      assertThat(result.steps()).hasSize(1);
    }
  }
}
