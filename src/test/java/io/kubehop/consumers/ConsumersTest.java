package io.kubehop.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubehop.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Each folder under {@code src/test/resources/consumers} that has tests is a Maven project of such
 * a user.
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
    MavenRun run = MavenRun.verify(copy, repository);
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).containsPattern("Tests run: [1-9]\\d*, Failures: 0, Errors: 0");
  }

  private static Path copy(Path project) throws IOException {
    Path copy = folder.resolve(project.getFileName());
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(project.relativize(file)));
      }
    }
    return copy;
  }

  private static List<Path> projects() throws IOException {
    try (Stream<Path> children =
        Files.list(Checkout.root().resolve("src/test/resources/consumers"))) {
      return children
          .filter(child -> Files.exists(child.resolve("src/test/java")))
          .sorted()
          .toList();
    }
  }

  private static List<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(entry -> entry.getName()).toList();
    }
  }
}
