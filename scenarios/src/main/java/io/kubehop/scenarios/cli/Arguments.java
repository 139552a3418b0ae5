package io.kubehop.scenarios.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets {@code -f} take several files, as a shell makes them of {@code -f manifests/*.yaml}: what
 * follows its value and is a file or folder is another one.
 */
final class Arguments {
  private static final String FILES = "-f";

  private Arguments() {}

  static String[] spread(String... args) {
    List<String> spread = new ArrayList<>();
    boolean value = false;
    boolean further = false;
    for (String arg : args) {
      if (further && !value && isFile(arg)) {
        spread.add(FILES);
      } else if (!value) {
        further = false;
      }
      spread.add(arg);
      value = arg.equals(FILES) && !value;
      further |= value;
    }
    return spread.toArray(String[]::new);
  }

  private static boolean isFile(String arg) {
    try {
      return !arg.startsWith("-") && Files.exists(Path.of(arg));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }
}
