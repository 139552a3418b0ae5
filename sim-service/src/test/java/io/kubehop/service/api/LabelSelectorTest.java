package io.kubehop.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSelectorTest {

  @Test
  void theEmptySelectorSelectsEverything() {
    assertThat(LabelSelector.EVERYTHING.matches(Map.of())).isTrue();
    assertThat(LabelSelector.EVERYTHING.matches(Map.of("a", "b"))).isTrue();
  }

  @Test
  void allLabelsAndExpressionsHaveToMatch() {
    LabelSelector selector =
        new LabelSelector(
            Map.of("app", "web"),
            List.of(new LabelSelectorRequirement("tier", "Exists", List.of())));

    assertThat(selector.matches(Map.of("app", "web", "tier", "a"))).isTrue();
    assertThat(selector.matches(Map.of("app", "web"))).isFalse();
    assertThat(selector.matches(Map.of("tier", "a"))).isFalse();
    assertThat(selector.matches(Map.of("app", "db", "tier", "a"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "In, true, false, false",
    "NotIn, false, true, true",
    "Exists, true, true, false",
    "DoesNotExist, false, false, true",
    "Near, false, false, false"
  })
  void operatorsMeanWhatTheApiSays(String operator, boolean same, boolean other, boolean absent) {
    LabelSelectorRequirement requirement =
        new LabelSelectorRequirement("app", operator, List.of("web", "www"));

    assertThat(requirement.matches(Map.of("app", "web"))).isEqualTo(same);
    assertThat(requirement.matches(Map.of("app", "db"))).isEqualTo(other);
    assertThat(requirement.matches(Map.of("x", "web"))).isEqualTo(absent);
  }
}
