package io.kubehop.conformance;

import io.kubehop.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Banks of cases: the project's own copies, and the one that the system property {@code
 * kubehop.conformance} names, if it is set. A file of the same path in both is one case, taken from
 * the latter.
 */
final class Bank {
  private static final Path OWN = Checkout.root().resolve("src/test/resources/conformance");

  private Bank() {}

  private static List<Path> roots() {
    String other = System.getProperty("kubehop.conformance", "");
    return other.isEmpty() ? List.of(OWN) : List.of(Path.of(other), OWN);
  }

  /** Returns the files of all banks by their path inside of them. */
  static Map<String, Path> files(String suffix) {
    Map<String, Path> files = new TreeMap<>();
    for (Path root : roots()) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(file -> file.toString().endsWith(suffix))
            .forEach(file -> files.putIfAbsent(root.relativize(file).toString(), file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** Returns the lines of a file of the first bank that has it, without comments and empty ones. */
  static List<String> lines(String name) {
    List<String> lines = new ArrayList<>();
    for (Path root : roots()) {
      Path file = root.resolve(name);
      if (lines.isEmpty() && Files.exists(file)) {
        try {
          Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .forEach(lines::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return lines;
  }
}
