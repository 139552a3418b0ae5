package io.kubehop.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import io.kubehop.scenarios.cli.KubeHop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundled scenarios: what a newcomer runs first. */
class LibraryTest {
  private static final Path LIBRARY = Checkout.root().resolve("scenarios/library");

  @Test
  void every_scenario_passes() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    KubeHop.Streams streams =
        new KubeHop.Streams(
            new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err));

    int code = KubeHop.run(streams, true, "replay", LIBRARY.toString());

    assertThat(code).as(out.toString() + err).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_index_names_every_file_in_order() throws IOException {
    List<String> files;
    try (Stream<Path> all = Files.list(LIBRARY)) {
      files =
          all.map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList();
    }

    assertThat(files).isNotEmpty();
    assertThat(Files.readString(LIBRARY.resolve("README.md")))
        .containsSubsequence(files.stream().map(name -> "](" + name + ")").toList());
  }
}
