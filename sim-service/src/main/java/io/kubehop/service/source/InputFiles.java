package io.kubehop.service.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that a user means by a name: a file itself, everything below a folder that ends in
 * {@code .yaml}, {@code .yml} or {@code .json}, or what matches a glob. Files keep the name that
 * the user gave, and come in bytewise order of their names.
 */
public final class InputFiles {
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");
  private static final Comparator<String> BYTEWISE =
      Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private InputFiles() {}

  /**
   * Returns the files that a file or folder stands for.
   *
   * @throws InvalidInputException if there is no such file or folder, or it cannot be read
   */
  public static List<String> of(String name) {
    if (!Files.exists(Path.of(name))) {
      throw new InvalidInputException(Problem.ofFile(name, "there is no such file or folder"));
    }
    return Files.isDirectory(Path.of(name)) ? below(name, InputFiles::isManifest) : List.of(name);
  }

  /**
   * Returns the files that a pattern stands for.
   *
   * @param folder the folder that the pattern is relative to, as the user named it; empty for the
   *     working directory
   * @param pattern a file, a folder, or a glob with {@code *}, {@code ?}, {@code [a-z]}, {@code
   *     {a,b}} and {@code **} for any number of folders
   * @throws InvalidInputException if nothing matches, or it cannot be read
   */
  public static List<String> matching(String folder, String pattern) {
    String whole = inside(folder, pattern);
    if (!WILDCARD.matcher(pattern).find() || Files.exists(Path.of(whole))) {
      return of(whole);
    }
    int fixed = whole.lastIndexOf('/', firstWildcard(whole, whole.length() - pattern.length()));
    String start = fixed < 0 ? "" : fixed == 0 ? "/" : whole.substring(0, fixed);
    Pattern glob = Globs.toRegex(whole.substring(fixed + 1));
    List<String> found = below(start, relative -> glob.matcher(relative).matches());
    if (found.isEmpty()) {
      throw new InvalidInputException(Problem.ofFile(whole, "no file matches this pattern"));
    }
    return found;
  }

  /**
   * Returns the folder that holds a file, as the user named it; empty for the working directory.
   */
  public static String folderOf(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, Math.max(slash, 1));
  }

  /** Returns the name of a file in a folder; an absolute name stays as it is. */
  public static String inside(String folder, String name) {
    if (folder.isEmpty() || name.startsWith("/")) {
      return name;
    }
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  private static int firstWildcard(String text, int from) {
    var matcher = WILDCARD.matcher(text);
    return matcher.find(from) ? matcher.start() : text.length();
  }

  private static boolean isManifest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
  }

  private static List<String> below(String folder, Predicate<String> wanted) {
    Path root = Path.of(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .filter(wanted)
          .map(relative -> inside(folder, relative))
          .sorted(BYTEWISE)
          .toList();
    } catch (IOException e) {
      throw new InvalidInputException(Problem.ofFile(folder, "cannot be read: " + e.getMessage()));
    }
  }
}
