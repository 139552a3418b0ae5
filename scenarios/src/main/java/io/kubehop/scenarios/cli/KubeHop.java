package io.kubehop.scenarios.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
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
    boolean verbose = System.getenv("KUBEHOP_DEBUG") != null;
    int code = run(new Streams(System.in, out, err), verbose, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * What a command reads and writes.
   *
   * @param in standard input
   * @param out where results go
   * @param err where messages go
   */
  public record Streams(InputStream in, PrintWriter out, PrintWriter err) {}

  /**
   * Runs one command inside of another program, such as a test.
   *
   * @param streams what it reads and writes
   * @param verbose whether an unexpected failure shows where in the program it happened
   * @param args the command and its arguments
   * @return 0: done; 1: done, and an expectation did not hold; 2: bad usage or bad input
   */
  public static int run(Streams streams, boolean verbose, String... args) {
    CommandLine line = new CommandLine(new RootCommand(), new CommandFactory(streams));
    line.setOut(streams.out());
    line.setErr(streams.err());
    line.setParameterExceptionHandler(new BadUsage());
    Failure failure = new Failure(verbose);
    line.setExecutionExceptionHandler(failure);
    line.setUnmatchedOptionsArePositionalParams(false);
    try {
      return line.execute(args);
    } catch (Error outOfBounds) { // picocli passes on what is no exception: heap, stack, class path
      failure.print(outOfBounds, streams.err());
      return CommandLine.ExitCode.USAGE;
    } finally {
      streams.out().flush();
      streams.err().flush();
    }
  }

  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(
        new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8),
        false,
        StandardCharsets.UTF_8);
  }
}
