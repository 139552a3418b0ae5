package io.kubehop.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class KubeHopTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void version_is_that_of_the_build() {
    assertThat(run("--version")).isZero();

    assertThat(out.toString()).matches("kubehop \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void help_goes_to_standard_output() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString()).startsWith("Usage: kubehop");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void an_unknown_option_is_one_line_and_exit_code_2() {
    assertThat(run("--sead=1")).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).matches("error: Unknown option: '--sead=1'\\R");
  }

  @Test
  void no_command_is_one_line_and_exit_code_2() {
    assertThat(run()).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).matches("error: a command is missing; .*\\R");
  }

  private int run(String... args) {
    return KubeHop.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
