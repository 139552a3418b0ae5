package io.kubehop.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run of a launcher as a process. */
final class Launch {
  private final Process process;
  private final Path out;
  private final Path err;

  private Launch(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts a launcher with this environment and no other, and "typed" on standard input. */
  static Launch start(Path launcher, Path from, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    Path in = Files.writeString(Files.createTempFile("launch", ".in"), "typed");
    Path out = Files.createTempFile("launch", ".out");
    Path err = Files.createTempFile("launch", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(from.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Launch(builder.start(), out, err);
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  String out() throws IOException, InterruptedException {
    exitCode();
    return Files.readString(out);
  }

  String err() throws IOException, InterruptedException {
    exitCode();
    return Files.readString(err);
  }
}
