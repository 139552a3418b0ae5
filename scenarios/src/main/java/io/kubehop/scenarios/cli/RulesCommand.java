package io.kubehop.scenarios.cli;

import io.kubehop.core.net.IpFamily;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cli.KubeHop.Streams;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what kube-proxy programs on a node. */
@Command(
    name = "rules",
    description = "Prints what kube-proxy programs on a node, as the real tool does.",
    mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--node",
      paramLabel = "NAME",
      required = true,
      description = "The node whose rules are printed.")
  private String node = "";

  @Option(
      names = "--family",
      paramLabel = "FAMILY",
      converter = FamilyConverter.class,
      description = "ipv4 (default) or ipv6.")
  private IpFamily family = IpFamily.IPV4;

  RulesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ClusterSimulation cluster = ClusterSimulation.of(input.load(streams.in()));
    streams.out().print(cluster.rules(node, family));
    return 0;
  }

  /** Reads a family. */
  static final class FamilyConverter implements picocli.CommandLine.ITypeConverter<IpFamily> {
    @Override
    public IpFamily convert(String text) {
      return Converters.choice(text, IpFamily.class);
    }
  }
}
