package io.kubehop.consumers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One run of the Maven on the path. */
record MavenRun(int exitCode, String output) {

  /** Whether there is a Maven on the path at all. */
  static boolean available() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mvn")));
  }

  /** Runs a phase: offline, and once more with the network where something is missing. */
  static MavenRun of(Path project, LocalRepository repository, String phase, Path java)
      throws IOException, InterruptedException {
    MavenRun offline = run(project, repository, "--offline", phase, java);
    boolean lacks = offline.exitCode != 0 && offline.output.contains("offline mode");
    return lacks ? run(project, repository, "--no-transfer-progress", phase, java) : offline;
  }

  private static MavenRun run(
      Path project, LocalRepository repository, String network, String phase, Path java)
      throws IOException, InterruptedException {
    Path log = project.resolve("maven.log");
    List<String> command = new ArrayList<>(List.of("mvn", "--batch-mode", network, phase));
    command.add("-Dmaven.repo.local=" + repository.root());
    command.add("-Dkubehop.version=" + LocalRepository.version());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", java.toString());
    int exitCode = builder.start().waitFor();
    return new MavenRun(exitCode, Files.readString(log));
  }
}
