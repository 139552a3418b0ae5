package io.kubehop.testkit.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs programs for what they print. */
public final class Programs {
  private Programs() {}

  /**
   * What a program prints to its standard output.
   *
   * @throws IllegalArgumentException if it cannot be started or fails, with what it said
   */
  public static String output(List<String> command) {
    String name = String.join(" ", command);
    try {
      Path errors = Files.createTempFile("kubehop", ".err");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
        Process process = builder.start();
        String output = read(process.getInputStream());
        int exit = process.waitFor();
        require(exit, name, Files.readString(errors));
        return output;
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException absent) {
      throw new IllegalArgumentException(
          name + ": cannot be run; is " + command.get(0) + " installed and on the PATH?", absent);
    } catch (InterruptedException interrupted) {
      throw interrupted(name, interrupted);
    }
  }

  /**
   * What a process prints to its standard output until it ends.
   *
   * @throws IllegalArgumentException if it fails, with what it said
   */
  public static String output(Process process, String name) {
    try {
      String output = read(process.getInputStream());
      int exit = process.waitFor();
      require(exit, name, exit == 0 ? "" : read(process.getErrorStream()));
      return output;
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(name + ": cannot be read", unreadable);
    } catch (InterruptedException interrupted) {
      throw interrupted(name, interrupted);
    }
  }

  private static void require(int exit, String name, String errors) {
    if (exit != 0) {
      String said = errors.strip().replaceAll("\\s*\\R\\s*", "; ");
      throw new IllegalArgumentException(
          name + ": failed with exit code " + exit + (said.isEmpty() ? "" : ": " + said));
    }
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  private static IllegalStateException interrupted(String name, InterruptedException cause) {
    return new IllegalStateException(name + ": interrupted", cause);
  }
}
