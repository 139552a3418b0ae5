package io.kubehop.scenarios.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is said before any command: help, version, and that a command is missing. */
@Command(
    name = "kubehop",
    description = "Kubernetes networking, replayed hop by hop inside the JVM.",
    mixinStandardHelpOptions = true,
    versionProvider = BuiltVersion.class,
    subcommands = {
      CheckCommand.class,
      TraceCommand.class,
      ReplayCommand.class,
      GetCommand.class,
      RulesCommand.class,
      CompareCommand.class,
      DriftCommand.class,
      DnsCommand.class,
      DnsServeCommand.class,
      SchemaCommand.class
    })
final class RootCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing; kubehop --help lists them");
  }
}
