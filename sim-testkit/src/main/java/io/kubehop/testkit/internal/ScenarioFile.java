package io.kubehop.testkit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Writes scenarios that repeat failures to where the build keeps its output. */
public final class ScenarioFile {
  private static final int LONGEST = 60;

  private ScenarioFile() {}

  /**
   * Writes a scenario; the same one always to the same file.
   *
   * @return the path of the file, and how to replay it; or why there is none
   */
  public static String write(String name, String yaml) {
    Path file = folder().resolve(slug(name) + "-" + checksum(yaml) + ".yaml");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, yaml);
      return file + "; it repeats this: kubehop replay " + file;
    } catch (IOException unwritable) {
      return "none: " + file + " cannot be written";
    }
  }

  /** Maven builds in {@code target}, Gradle in {@code build}. */
  private static Path folder() {
    boolean gradle =
        Stream.of("build", "build.gradle", "build.gradle.kts")
            .map(Path::of)
            .anyMatch(Files::exists);
    return Path.of(gradle ? "build" : "target", "kubehop");
  }

  private static String slug(String name) {
    String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    return slug.length() > LONGEST ? slug.substring(0, LONGEST) : slug;
  }

  private static String checksum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
