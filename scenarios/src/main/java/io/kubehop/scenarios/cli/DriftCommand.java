package io.kubehop.scenarios.cli;

import io.kubehop.core.net.IpFamily;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.kubeproxy.drift.DriftReport;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cli.KubeHop.Streams;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.report.DriftJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the rules of a real node with those that kube-proxy should have written there. */
@Command(
    name = "drift",
    description = {
      "Compares the rules that a real node has with those that kube-proxy, in iptables mode, should"
          + " have written: what is missing, stale, changed or foreign, by Service.",
      "Exits with 0 if nothing differs, 1 if something does, 2 for input that cannot be read."
    },
    mixinStandardHelpOptions = true)
final class DriftCommand implements Callable<Integer> {
  private final Streams streams;

  /** The forms of output. */
  enum Form {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON
  }

  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--node",
      paramLabel = "NAME",
      required = true,
      description = "The node that the rules were saved on.")
  private String node = "";

  @Option(
      names = "--node-rules",
      paramLabel = "FILE",
      required = true,
      description = "What iptables-save (with --family ipv6: ip6tables-save) printed on it.")
  private String rules = "";

  @Option(
      names = "--family",
      paramLabel = "FAMILY",
      converter = RulesCommand.FamilyConverter.class,
      description = "ipv4 (default) or ipv6.")
  private IpFamily family = IpFamily.IPV4;

  @Option(
      names = "-o",
      paramLabel = "FORM",
      converter = FormConverter.class,
      description = "text (default) or json.")
  private Form form = Form.TEXT;

  DriftCommand(Streams streams) {
    this.streams = streams;
  }

  /** What is captured on the node in a scenario is no part of what should be there. */
  @Override
  public Integer call() {
    Scenario scenario = input.load(streams.in());
    ClusterSpec expected =
        scenario.cluster().withoutCaptures(node).withForcedMode(ProxyMode.IPTABLES);
    ClusterSimulation cluster = ClusterSimulation.of(scenario.withCluster(expected));
    DriftReport report = cluster.drift(node, family, NodeRules.read(rules));
    streams.out().print(form == Form.JSON ? DriftJson.of(node, report) : report.text());
    return report.isClean() ? 0 : 1;
  }

  /** Reads a form of output. */
  static final class FormConverter implements ITypeConverter<Form> {
    @Override
    public Form convert(String text) {
      return Converters.choice(text, Form.class);
    }
  }
}
