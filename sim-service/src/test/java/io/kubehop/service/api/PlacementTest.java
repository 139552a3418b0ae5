package io.kubehop.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
  private final Node node =
      new Node(
          ObjectMeta.builder().name("node-a").labels(Map.of("cpu", "8", "disk", "ssd")).build(),
          new NodeSpec(List.of(), List.of(), false),
          NodeStatus.EMPTY);

  @ParameterizedTest
  @CsvSource({
    "cpu, Gt, 4, true",
    "cpu, Gt, 8, false",
    "cpu, Lt, 9, true",
    "disk, Gt, 1, false",
    "cpu, Gt, x, false",
    "disk, In, ssd, true",
    "gpu, Lt, 1, false"
  })
  void requirementsCompareLabels(String key, String operator, String value, boolean matches) {
    assertThat(
            new NodeSelectorRequirement(key, operator, List.of(value))
                .matches(node.metadata().labels()))
        .isEqualTo(matches);
  }

  @Test
  void oneTermHasToMatchAndAnEmptyOneNeverDoes() {
    NodeSelectorTerm empty = new NodeSelectorTerm(List.of(), List.of());
    NodeSelectorTerm byName =
        new NodeSelectorTerm(
            List.of(),
            List.of(new NodeSelectorRequirement("metadata.name", "In", List.of("node-a"))));

    assertThat(new NodeSelector(List.of(empty)).matches(node)).isFalse();
    assertThat(new NodeSelector(List.of(empty, byName)).matches(node)).isTrue();
    assertThat(new NodeSelector(List.of()).matches(node)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a, Equal, b, NoSchedule, true",
    "a, Equal, b, '', true",
    "a, Equal, c, NoSchedule, false",
    "a, Exists, '', NoSchedule, true",
    "'', Exists, '', '', true",
    "x, Exists, '', '', false",
    "a, Exists, '', NoExecute, false"
  })
  void tolerationsCoverTaints(
      String key, String operator, String value, String effect, boolean tolerates) {
    Toleration toleration = new Toleration(key, operator, value, effect, Optional.empty());

    assertThat(toleration.tolerates(new Taint("a", "b", "NoSchedule"))).isEqualTo(tolerates);
  }
}
