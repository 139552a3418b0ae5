package io.kubehop.scenarios.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says in one line what is wrong with the arguments: no usage block, no stack trace. */
final class BadUsage implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    wrong.getCommandLine().getErr().println("error: " + wrong.getMessage());
    return CommandLine.ExitCode.USAGE;
  }
}
