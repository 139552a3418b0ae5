package io.kubehop.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import io.kubehop.scenarios.file.ScenarioSchema;
import io.kubehop.scenarios.report.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What docs say of the format and of the API is what the code says. Run with {@code
 * -Dkubehop.update-docs} to have them written anew.
 */
class GeneratedDocsTest {
  private static final String SCHEMA_LINE = "# yaml-language-server: $schema=";

  @Test
  void the_reference_of_the_format_is_that_of_the_schema() throws IOException {
    compare("docs/scenario-format.md", FormatReference.markdown());
  }

  @Test
  void the_schema_is_written_to_a_file() throws IOException {
    compare("docs/scenario.schema.json", Json.write(ScenarioSchema.tree().plain()));
  }

  @Test
  void the_list_of_the_API_is_complete() throws IOException, URISyntaxException {
    Path built = Checkout.root().resolve("sim-testkit/target/classes");
    Path classes =
        Files.isDirectory(built.resolve("io/kubehop/testkit"))
            ? built
            : Path.of(
                io.kubehop.testkit.KubeHop.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
    compare("docs/api.md", ApiList.markdown(classes));
  }

  @Test
  void the_schema_that_scenarios_of_the_library_name_is_there() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Checkout.root().resolve("scenarios/library"))) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
    int naming = 0;
    for (Path file : files) {
      String first = Files.readAllLines(file).get(0);
      if (first.startsWith(SCHEMA_LINE)) {
        assertThat(file.resolveSibling(first.substring(SCHEMA_LINE.length()))).exists();
        naming++;
      }
    }
    assertThat(naming).as("scenarios that name their schema").isGreaterThan(10);
  }

  private static void compare(String file, String expected) throws IOException {
    Path path = Checkout.root().resolve(file);
    if (System.getProperty("kubehop.update-docs") != null) {
      Files.writeString(path, expected);
    }
    assertThat(path).as("%s; -Dkubehop.update-docs writes it", file).hasContent(expected);
  }
}
