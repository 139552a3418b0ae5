package io.kubehop.scenarios.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside this class. */
final class BuiltVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    try (InputStream text = BuiltVersion.class.getResourceAsStream("version.txt")) {
      String version =
          new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
      return new String[] {"kubehop " + version.strip()};
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
