package io.kubehop.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubehop.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says that one can do in five minutes, done as it says, outside the checkout. */
class FiveMinutesTest {
  private static final Pattern FILE =
      Pattern.compile("(?m)^`([\\w./-]+)`:\\n\\n```\\w+\\n((?s:.*?)\\n)```$");
  private static final Pattern OUTPUT = Pattern.compile("(?m)^```text\\n(Expecting (?s:.*?))```$");

  @TempDir private Path folder;

  @Test
  void the_readme_path_fails_with_the_field_to_change_and_passes_once_corrected()
      throws IOException, InterruptedException {
    assumeTrue(MavenRun.available(), "no mvn on the PATH");
    assumeTrue(LocalRepository.isOneJar(), "the one jar is not built: run mvn verify");
    LocalRepository repository =
        LocalRepository.in(Files.createDirectory(folder.resolve("repository")));
    try {
      Path project = Files.createDirectory(folder.resolve("shop"));
      String readme = Files.readString(Checkout.root().resolve("README.md"));
      writeFiles(readme, project);
      assertThat(project.resolve("pom.xml"))
          .content()
          .contains("<version>" + LocalRepository.version() + "</version>");

      MavenRun wrong = test(project, repository);
      assertThat(wrong.exitCode()).as(wrong.output()).isNotZero();
      assertThat(wrong.output()).contains(expectedLines(readme));
      assertThat(project.resolve("target/kubehop")).isDirectoryContaining("glob:**.yaml");

      Path manifest = project.resolve("k8s/cart.yaml");
      String corrected = Files.readString(manifest).replace("targetPort: 9090", "targetPort: 8080");
      Files.writeString(manifest, corrected);

      MavenRun right = test(project, repository);
      assertThat(right.exitCode()).as(right.output()).isZero();
      assertThat(right.output()).contains("Tests run: 1, Failures: 0");
    } finally {
      repository.unlink();
    }
  }

  private static MavenRun test(Path project, LocalRepository repository)
      throws IOException, InterruptedException {
    return MavenRun.of(project, repository, "test", Path.of(System.getProperty("java.home")));
  }

  private static void writeFiles(String readme, Path project) throws IOException {
    Matcher file = FILE.matcher(readme);
    int files = 0;
    while (file.find()) {
      Path path = project.resolve(file.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.group(2));
      files++;
    }
    assertThat(files).as("files that the README shows").isEqualTo(3);
  }

  private static String[] expectedLines(String readme) {
    Matcher output = OUTPUT.matcher(readme);
    assertThat(output.find()).isTrue();
    return Stream.of(output.group(1).split("\n", -1))
        .filter(line -> !line.isEmpty())
        .toArray(String[]::new);
  }
}
