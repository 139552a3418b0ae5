package io.kubehop.kubeproxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders with conformance cases: the project's own copies, and the one that the system
 * property {@code kubehop.conformance} names.
 */
public final class Conformance {
  private static final Path OWN = Path.of("..", "src", "test", "resources", "conformance");

  private Conformance() {}

  /** The existing files of a relative path under any of the folders. */
  public static List<Path> files(String path) {
    return roots().map(root -> root.resolve(path)).filter(Files::exists).toList();
  }

  /** The files below a relative path whose names end so. */
  public static List<Path> files(String folder, String ending) {
    return files(folder).stream()
        .flatMap(Conformance::walk)
        .filter(f -> f.toString().endsWith(ending))
        .toList();
  }

  private static Stream<Path> roots() {
    String named = System.getProperty("kubehop.conformance", "");
    return named.isEmpty() ? Stream.of(OWN) : Stream.of(OWN, Path.of(named));
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
