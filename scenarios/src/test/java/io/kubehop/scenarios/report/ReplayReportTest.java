package io.kubehop.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.file.ScenarioReader;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.replay.ScenarioRun;
import io.kubehop.service.source.SourceReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayReportTest {
  private static final String SCENARIO =
      """
      apiVersion: kubehop/v1
      kind: Scenario
      metadata: {name: a < b}
      steps:
      - name: fine
        send: {from: node/node-a, to: 'tcp://192.168.0.3:22', sourcePort: 40001}
      - name: wrong
        send: {from: node/node-a, to: 'tcp://192.168.0.3:23'}
        expect: {outcome: delivered}
      - get: Node/node-a
      """;

  private final List<ScenarioResult> results =
      List.of(
          ScenarioRun.run(
              ScenarioReader.read("s.yaml", SourceReader.read("s.yaml", SCENARIO)).get(0)),
          ScenarioResult.unloadable("b.yaml", List.of("b.yaml:1:1: is empty")));

  @Test
  void json_has_the_keys_of_the_contract() {
    Map<?, ?> report = json();

    assertThat(report.get("passed")).isEqualTo(0L);
    assertThat(report.get("failed")).isEqualTo(2L);
    Map<?, ?> scenario = (Map<?, ?>) ((List<?>) report.get("scenarios")).get(0);
    assertThat(names(scenario)).containsExactly("name", "file", "passed", "findings", "steps");
    Map<?, ?> send = (Map<?, ?>) ((List<?>) scenario.get("steps")).get(0);
    assertThat(names(send))
        .containsExactly(
            "name",
            "action",
            "passed",
            "time",
            "failures",
            "outcome",
            "endpoints",
            "pods",
            "distribution",
            "chosen",
            "sourceNAT",
            "sourceIP",
            "hops");
    assertThat(send.get("outcome")).isEqualTo("delivered");
    assertThat(send.get("chosen")).isEqualTo(List.of("192.168.0.3:22"));
    assertThat(send.get("sourceNAT")).isEqualTo(false);
    Map<?, ?> hop = (Map<?, ?>) ((List<?>) send.get("hops")).get(0);
    assertThat(names(hop)).containsExactly("time", "node", "stage", "detail", "packet");
    assertThat(hop.get("time")).isEqualTo("0.000ms");
    assertThat(names((Map<?, ?>) hop.get("packet")))
        .containsExactly("protocol", "source", "destination");
  }

  @Test
  void what_applies_and_has_no_value_is_null_and_what_does_not_apply_is_absent() {
    Map<?, ?> scenario = (Map<?, ?>) ((List<?>) json().get("scenarios")).get(0);
    Map<?, ?> refused = (Map<?, ?>) ((List<?>) scenario.get("steps")).get(1);
    Map<?, ?> got = (Map<?, ?>) ((List<?>) scenario.get("steps")).get(2);

    assertThat(refused.get("sourceIP")).isNull();
    assertThat(names(refused)).contains("sourceIP").doesNotContain("status", "object");
    assertThat(refused.get("failures"))
        .isEqualTo(List.of("outcome: expected delivered but was refused"));
    assertThat(names(got)).contains("object").doesNotContain("outcome");
  }

  @Test
  void what_cannot_be_loaded_has_an_error_and_no_steps() {
    Map<?, ?> scenario = (Map<?, ?>) ((List<?>) json().get("scenarios")).get(1);

    assertThat(names(scenario)).containsExactly("file", "passed", "error");
    assertThat(scenario.get("error")).isEqualTo("b.yaml:1:1: is empty");
  }

  @Test
  void text_shows_the_trace_of_what_failed() {
    assertThat(ReplayText.of(results))
        .startsWith("FAIL  a < b  s.yaml  1 of 3 steps failed\n")
        .contains("      steps[1]  wrong  (at ")
        .contains("        outcome: expected delivered but was refused\n")
        .contains("        Request  node/node-a -> tcp://192.168.0.3:23\n")
        .doesNotContain("fine")
        .endsWith("0 passed, 2 failed\n");
  }

  @Test
  void junit_has_a_suite_for_each_scenario() {
    assertThat(ReplayJUnit.of(results))
        .contains(
            "<testsuite name=\"a &lt; b\" file=\"s.yaml\" tests=\"3\" failures=\"1\" errors=\"0\">")
        .contains("<testcase name=\"fine\" classname=\"a &lt; b\"/>")
        .contains("<failure message=\"outcome: expected delivered but was refused\">")
        .contains("<error message=\"b.yaml:1:1: is empty\">");
  }

  private Map<?, ?> json() {
    return (Map<?, ?>) SourceReader.read("r.json", ReplayJson.of(results)).get(0).root().plain();
  }

  private static List<String> names(Map<?, ?> map) {
    return map.keySet().stream().map(Object::toString).toList();
  }
}
