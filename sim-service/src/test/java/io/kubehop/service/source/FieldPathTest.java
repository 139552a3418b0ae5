package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPathTest {
  private final SourceNode root =
      Reading.one(
          """
          metadata:
            labels: {app.kubernetes.io/name: shop, app: a}
          spec:
            ports:
            - port: 80
            - {port: 90, nodePort: 30090}
          """);

  @ParameterizedTest
  @CsvSource({
    "spec.ports[1].nodePort, 30090",
    "spec.ports[0].port, 80",
    "metadata.labels[app.kubernetes.io/name], shop",
    "metadata.labels.app.kubernetes.io/name, shop",
    "metadata.labels.app, a"
  })
  void pathsLeadToValues(String path, String value) {
    assertThat(FieldPath.find(root, path).orElseThrow().plain()).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource({
    "spec.ports[2]",
    "spec.ports[x]",
    "spec.ports.port",
    "spec.ports[0",
    "spec.port",
    "spec.ports[0].port.x",
    "status"
  })
  void pathsMayLeadNowhere(String path) {
    assertThat(FieldPath.find(root, path)).isEmpty();
  }

  @Test
  void theEmptyPathLeadsToTheWhole() {
    assertThat(FieldPath.find(root, "")).containsSame(root);
  }

  @ParameterizedTest
  @CsvSource({
    "spec.ports[1].nodePort, f.yaml:6:26",
    "spec.ports[0].nodePort, f.yaml:5:5",
    "spec.clusterIP, f.yaml:4:3",
    "status, f.yaml:1:1"
  })
  void thePositionOfAMissingFieldIsThatOfItsMap(String path, String position) {
    assertThat(FieldPath.position(root, path)).hasToString(position);
  }

  @Test
  void childrenWithUnusualNamesStandInBrackets() {
    assertThat(FieldPath.child("metadata.labels", "a.b/c")).isEqualTo("metadata.labels[a.b/c]");
    assertThat(FieldPath.child("", "spec")).isEqualTo("spec");
    assertThat(FieldPath.join("objects[0]", "spec.ports")).isEqualTo("objects[0].spec.ports");
    assertThat(FieldPath.join("", "spec")).isEqualTo("spec");
    assertThat(FieldPath.join("items[1]", "")).isEqualTo("items[1]");
  }
}
