package io.kubehop.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the system's own programs. */
final class Shell {
  private Shell() {}

  /** What a program left behind: what it printed, errors included, and its exit code. */
  record Result(int exitCode, String output) {

    /** What it printed, if it succeeded. */
    String orFail(List<String> command) {
      if (exitCode != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " ended with " + exitCode + ": " + output);
      }
      return output;
    }
  }

  /** Runs a program that must succeed, and returns what it printed. */
  static String run(String... command) {
    return tryWith("", command).orFail(List.of(command));
  }

  /** Runs a program with a text on its standard input. */
  static Result tryWith(String input, String... command) {
    try {
      Path file = Files.writeString(Files.createTempFile("kubehop", ".in"), input);
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
