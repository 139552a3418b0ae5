package io.kubehop.scenarios.cli;

import io.kubehop.scenarios.cli.KubeHop.Streams;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands with the streams that they read and write. */
final class CommandFactory implements IFactory {
  private final Streams streams;

  CommandFactory(Streams streams) {
    this.streams = streams;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(streams));
    }
    if (type == TraceCommand.class) {
      return type.cast(new TraceCommand(streams));
    }
    if (type == ReplayCommand.class) {
      return type.cast(new ReplayCommand(streams));
    }
    if (type == GetCommand.class) {
      return type.cast(new GetCommand(streams));
    }
    if (type == RulesCommand.class) {
      return type.cast(new RulesCommand(streams));
    }
    if (type == CompareCommand.class) {
      return type.cast(new CompareCommand(streams));
    }
    if (type == DriftCommand.class) {
      return type.cast(new DriftCommand(streams));
    }
    if (type == DnsCommand.class) {
      return type.cast(new DnsCommand(streams));
    }
    if (type == DnsServeCommand.class) {
      return type.cast(new DnsServeCommand(streams));
    }
    if (type == SchemaCommand.class) {
      return type.cast(new SchemaCommand(streams));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
