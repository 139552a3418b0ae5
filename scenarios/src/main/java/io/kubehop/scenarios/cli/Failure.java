package io.kubehop.scenarios.cli;

import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.service.source.InvalidInputException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line each why a command could not do its work. */
final class Failure implements IExecutionExceptionHandler {
  private final boolean verbose;

  /** Makes a handler; {@code verbose} adds where in the program an unexpected failure happened. */
  Failure(boolean verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parseResult) {
    print(failure, commandLine.getErr());
    return CommandLine.ExitCode.USAGE;
  }

  /** Prints what went wrong. */
  void print(Throwable failure, PrintWriter err) {
    if (failure instanceof InvalidInputException invalid) {
      printLines(invalid.lines(), err);
    } else if (failure instanceof NotPossibleException) {
      err.println("error: " + failure.getMessage());
    } else {
      err.println("error: internal: " + summary(failure) + hint());
      if (verbose) {
        failure.printStackTrace(err);
      }
    }
  }

  /** Prints error lines. */
  static void printLines(List<String> lines, PrintWriter err) {
    lines.forEach(line -> err.println("error: " + line));
  }

  static String summary(Throwable failure) {
    String message =
        failure.getMessage() == null
            ? ""
            : ": " + failure.getMessage().lines().findFirst().orElse("");
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    return failure.getClass().getSimpleName() + message + place;
  }

  private String hint() {
    return verbose ? "" : "; set KUBEHOP_DEBUG=1 for more, and please report it";
  }
}
