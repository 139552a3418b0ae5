package io.kubehop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubehop.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that the build made, under the launcher, away from its sources. */
class BuiltProgramTest {
  @Test
  void the_built_jar_runs_where_there_is_no_maven_and_no_source(@TempDir Path folder)
      throws Exception {
    Path built = Checkout.root().resolve("scenarios/target");
    assumeTrue(
        Files.exists(built.resolve("kubehop.jar")) && Files.exists(built.resolve("lib")),
        "scenarios/target/kubehop.jar is not built: run mvn verify, not mvn test");
    Path target = folder.resolve("scenarios/target");
    Files.createDirectories(target.resolve("lib"));
    Files.copy(Checkout.root().resolve("kubehop"), folder.resolve("kubehop"));
    Files.createFile(folder.resolve("pom.xml"));
    copy(built.resolve("kubehop.jar"), target);
    try (Stream<Path> jars = Files.list(built.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        copy(jar, target.resolve("lib"));
      }
    }

    Map<String, String> environment =
        Map.of("PATH", System.getenv("PATH"), "JAVA_HOME", System.getProperty("java.home"));
    for (int run = 1; run <= 2; run++) {
      Launch launch = Launch.start(folder.resolve("kubehop"), folder, environment, "--version");
      assertThat(launch.out()).matches("kubehop \\S+\n");
      assertThat(launch.err()).isEmpty();
      assertThat(launch.exitCode()).isZero();
    }
  }

  private static void copy(Path jar, Path folder) throws IOException {
    Files.copy(jar, folder.resolve(jar.getFileName()));
  }
}
