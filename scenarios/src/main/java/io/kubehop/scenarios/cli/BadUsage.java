package io.kubehop.scenarios.cli;

import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says in one line what is wrong with the arguments: no usage block, no stack trace. */
final class BadUsage implements IParameterExceptionHandler {
  private static final Pattern INVALID_VALUE =
      Pattern.compile(
          "Invalid value for (?:option '([^']+)'|positional parameter[^:]*?)(?: \\([^)]*\\))?: ");

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
    wrong.getCommandLine().getErr().println("error: " + plain(message));
    return CommandLine.ExitCode.USAGE;
  }

  /** {@code --seed: 'lucky' is not a whole number}. */
  private static String plain(String message) {
    return INVALID_VALUE
        .matcher(message)
        .replaceFirst(match -> match.group(1) == null ? "" : match.group(1) + ": ");
  }
}
