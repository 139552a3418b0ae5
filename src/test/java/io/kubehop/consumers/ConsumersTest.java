package io.kubehop.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubehop.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The testkit as its users get it: one jar from a repository, beside what their framework pins.
 * Each folder with tests under {@code src/test/resources/consumers} and {@code examples} is a Maven
 * project of such a user.
 */
class ConsumersTest {
  @TempDir private static Path folder;
  private static LocalRepository repository;

  @BeforeAll
  static void install() throws IOException {
    Path jar = LocalRepository.testkitJar();
    assumeTrue(Files.exists(jar), jar + " is not built: run mvn verify, not mvn test");
    assumeTrue(
        entries(jar).stream().anyMatch(name -> name.startsWith("io/kubehop/shaded/")),
        jar + " is not the one jar: run without -Dkubehop.shade.skip");
    repository = LocalRepository.in(Files.createDirectory(folder.resolve("repository")));
  }

  @AfterAll
  static void unlink() throws IOException {
    if (repository != null) {
      repository.unlink();
    }
  }

  @Test
  void the_one_jar_has_every_class_under_our_own_name() throws IOException {
    assertThat(entries(LocalRepository.testkitJar()))
        .filteredOn(name -> name.endsWith(".class"))
        .hasSizeGreaterThan(1000)
        .allSatisfy(name -> assertThat(name).startsWith("io/kubehop/"));
  }

  @Test
  void no_class_of_ours_in_the_one_jar_tells_when_it_was_built() throws IOException {
    try (JarFile jar = new JarFile(LocalRepository.testkitJar().toFile())) {
      assertThat(
              jar.stream()
                  .filter(entry -> entry.getName().startsWith("io/kubehop/"))
                  .filter(entry -> !entry.getName().startsWith("io/kubehop/shaded/"))
                  .map(entry -> entry.getTimeLocal().toString())
                  .distinct())
          .containsExactly("2026-01-01T00:00");
    }
  }

  @Test
  void the_one_jar_is_the_command_line() throws IOException, InterruptedException {
    Path alone = Files.copy(LocalRepository.testkitJar(), folder.resolve("kubehop.jar"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                alone.toString(),
                "replay",
                Checkout.root().resolve("scenarios/library/50-clusterip.yaml").toString())
            .redirectErrorStream(true)
            .start();

    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("1 passed, 0 failed");
  }

  @Test
  void the_BOM_has_the_version_of_all() throws IOException {
    String bom = Files.readString(Checkout.root().resolve("sim-testkit/bom/pom.xml"));

    assertThat(bom).contains("<version>" + LocalRepository.version() + "</version>");
  }

  @TestFactory
  Stream<DynamicTest> every_consumer_builds_and_passes_its_tests() throws IOException {
    assumeTrue(MavenRun.available(), "no mvn on the PATH");
    return projects().stream()
        .map(
            project ->
                DynamicTest.dynamicTest(project.getFileName().toString(), () -> verify(project)));
  }

  private static void verify(Path project) throws IOException, InterruptedException {
    Path copy = copy(project);
    MavenRun run = MavenRun.of(copy, repository, "verify", java(copy));
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).containsPattern("Tests run: [1-9]\\d*, Failures: 0, Errors: 0");
  }

  /** Whether somebody built the project where it stands. */
  private static boolean isOutput(Path project, Path file) {
    return project.relativize(file).startsWith("target");
  }

  /** The JDK that a project asks for by the end of its name, where it is there; else our own. */
  private static Path java(Path project) {
    Path newer = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64");
    boolean wanted = project.getFileName().toString().endsWith("java25");
    return wanted && Files.exists(newer) ? newer : Path.of(System.getProperty("java.home"));
  }

  private static Path copy(Path project) throws IOException {
    Path copy = folder.resolve(project.getFileName());
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.filter(each -> !isOutput(project, each)).toList()) {
        Files.copy(file, copy.resolve(project.relativize(file)));
      }
    }
    return copy;
  }

  private static List<Path> projects() throws IOException {
    List<Path> projects = new ArrayList<>();
    for (String parent : List.of("src/test/resources/consumers", "examples")) {
      try (Stream<Path> children = Files.list(Checkout.root().resolve(parent))) {
        children
            .filter(child -> Files.exists(child.resolve("src/test/java")))
            .sorted()
            .forEach(projects::add);
      }
    }
    return projects;
  }

  private static List<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(entry -> entry.getName()).toList();
    }
  }
}
