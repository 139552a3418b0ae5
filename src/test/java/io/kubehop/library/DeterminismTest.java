package io.kubehop.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import io.kubehop.scenarios.cli.KubeHop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input, seed and version give the same bytes, whatever the JVM is set to. */
class DeterminismTest {
  @Test
  void two_jvms_with_other_settings_report_the_same_bytes(@TempDir Path folder) throws Exception {
    Path first =
        replay(
            folder.resolve("first.json"),
            "-Duser.language=en",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "-Xmx256m",
            "-XX:+UseSerialGC");
    Path second =
        replay(
            folder.resolve("second.json"),
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Pacific/Kiritimati",
            "-Dfile.encoding=ISO-8859-9",
            "-Xmx700m",
            "-XX:+UseParallelGC",
            "-XX:hashCode=2");

    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(Files.readString(first)).contains("\"failed\": 0");
  }

  private static Path replay(Path out, String... settings) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.addAll(List.of(settings));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(KubeHop.class.getName());
    command.addAll(List.of("replay", "-o", "json", "scenarios/library"));
    Path err = out.resolveSibling(out.getFileName() + ".err");
    int code =
        new ProcessBuilder(command)
            .directory(Checkout.root().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(err)).isZero();
    return out;
  }
}
