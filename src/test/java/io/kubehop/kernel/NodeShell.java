package io.kubehop.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A shell that stays in a network namespace, so that each command costs no more than itself. */
final class NodeShell implements AutoCloseable {
  private static final String END = "kubehop-end-of-command";

  private final Process process;
  private final PrintStream commands;
  private final BufferedReader output;

  NodeShell(String namespace) throws IOException {
    process = new ProcessBuilder(Kernel.in(namespace, "sh")).redirectErrorStream(true).start();
    commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Runs a command with a text on its standard input; it must succeed. */
  void run(String command, String input) {
    commands.println(command + " <<'" + END + "'\n" + input + END + "\necho; echo " + END + " $?");
    StringBuilder said = new StringBuilder();
    try {
      String line = output.readLine();
      while (line != null && !line.startsWith(END)) {
        said.append(line).append('\n');
        line = output.readLine();
      }
      if (line == null || !said.toString().isBlank()) {
        throw new IllegalStateException(command + " said: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
