package io.kubehop.scenarios.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * The program {@code kubehop}: results on standard output, messages on standard error, both in
 * UTF-8 whatever the locale.
 */
public final class KubeHop {
  private KubeHop() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int code = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs one command.
   *
   * @param out where results go
   * @param err where messages go
   * @param args the command and its arguments
   * @return 0: done; 1: done, and an expectation did not hold; 2: bad usage or bad input
   */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new RootCommand());
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(new BadUsage());
    return line.execute(args);
  }

  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(
        new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8),
        false,
        StandardCharsets.UTF_8);
  }
}
