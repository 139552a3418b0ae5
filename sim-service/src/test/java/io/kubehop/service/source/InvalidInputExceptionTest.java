package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InvalidInputExceptionTest {
  private final Problems problems = new Problems();

  @Test
  void aLineHasThePartsThatAreKnown() {
    assertThat(new Problem(new Position("a.yaml", 3, 7), "spec.type", "is odd"))
        .hasToString("a.yaml:3:7: spec.type: is odd");
    assertThat(Problem.ofFile("a.yaml", "is a folder")).hasToString("a.yaml: is a folder");
    assertThat(new Problem(Position.UNKNOWN, "spec", "is odd")).hasToString("spec: is odd");
    assertThat(new Problem(Position.UNKNOWN, "", "a\n  b")).hasToString("a b");
  }

  @Test
  void ofEachFileTwentyLinesAreShownAndTheRestIsCounted() {
    for (int i = 1; i <= 23; i++) {
      problems.add(new Position("a.yaml", i, 1), "x", "no");
    }
    problems.add(new Position("b.yaml", 1, 1), "x", "no");

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> {
              assertThat(e.lines()).hasSize(22).contains("a.yaml:20:1: x: no");
              assertThat(e.lines().get(20)).isEqualTo("a.yaml: and 3 more");
              assertThat(e.lines().get(21)).isEqualTo("b.yaml:1:1: x: no");
              assertThat(e.problems()).hasSize(24);
            });
  }

  @Test
  void nothingIsThrownWhenNothingIsWrong() {
    problems.throwIfAny();

    assertThat(problems.isEmpty()).isTrue();
  }
}
