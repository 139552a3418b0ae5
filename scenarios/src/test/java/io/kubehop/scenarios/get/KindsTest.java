package io.kubehop.scenarios.get;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {
  private static final List<String> PRESENT = List.of("Widget", "NetworkPolicy", "Pod");

  @ParameterizedTest
  @CsvSource({
    "po, Pod",
    "Pods, Pod",
    "endpointslices, EndpointSlice",
    "ingresses, Ingress",
    "networkpolicies, NetworkPolicy",
    "widgets, Widget"
  })
  void names_of_kubectl(String name, String kind) {
    assertThat(Kinds.of(name, PRESENT)).isEqualTo(kind);
  }

  @Test
  void an_unknown_kind() {
    assertThatThrownBy(() -> Kinds.of("widgte", PRESENT))
        .hasMessage("'widgte' is no kind of this cluster; did you mean Widget?");
  }
}
