package io.kubehop.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {
  @Test
  void files_that_follow_a_file_are_files_too(@TempDir Path folder) throws IOException {
    String a = Files.createFile(folder.resolve("a.yaml")).toString();
    String b = Files.createFile(folder.resolve("b.yaml")).toString();

    assertThat(Arguments.spread("get", "-f", a, b, "pods", b))
        .containsExactly("get", "-f", a, "-f", b, "pods", b);
    assertThat(Arguments.spread("check", "-f", "missing", a, "-o", "json"))
        .containsExactly("check", "-f", "missing", "-f", a, "-o", "json");
    assertThat(Arguments.spread("replay", a, b)).containsExactly("replay", a, b);
  }
}
