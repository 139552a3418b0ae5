package io.kubehop.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An {@link Agent} in a network namespace, seen from the test. */
final class AgentProcess implements AutoCloseable {
  private final Process process;
  private final PrintStream commands;
  private final BufferedReader answers;

  AgentProcess(String namespace) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String[] command =
        Kernel.in(
            namespace,
            java,
            "-Xmx48m",
            "-Xshare:auto",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes().toString(),
            Agent.class.getName());
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static Path classes() {
    try {
      return Path.of(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has it serve; {@link #read} then brings a line. */
  void listen(String name, List<String> addresses, List<Integer> ports) {
    String numbers = ports.stream().map(String::valueOf).collect(Collectors.joining(","));
    commands.println("listen " + name + " " + String.join(",", addresses) + " " + numbers);
  }

  /** Has it make calls at the same time; {@link #read} then brings a line for each. */
  void call(List<RealCall> calls, int patience) {
    commands.println(
        "call "
            + patience
            + " "
            + calls.stream().map(RealCall::words).collect(Collectors.joining(";")));
  }

  /** The next lines that it says. */
  List<String> read(int lines) {
    List<String> read = new ArrayList<>();
    try {
      while (read.size() < lines) {
        String line = answers.readLine();
        if (line == null) {
          throw new IllegalStateException("the agent has ended: " + process);
        }
        read.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
