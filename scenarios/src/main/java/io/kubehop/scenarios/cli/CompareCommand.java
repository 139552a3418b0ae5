package io.kubehop.scenarios.cli;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.cli.KubeHop.Streams;
import io.kubehop.scenarios.compare.ModeComparison;
import io.kubehop.scenarios.compare.ModeReport;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.report.CompareJson;
import io.kubehop.scenarios.report.CompareText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the modes of kube-proxy on the user's own cluster. */
@Command(
    name = "compare",
    description = {
      "Tries every address of every Service port from clients of every kind on every node, in each"
          + " mode of kube-proxy, and lists what ends otherwise than in iptables mode, by cause.",
      "Exits with 0 if every difference is a documented one, 1 if any is not, 2 for bad input."
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
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
      names = "--modes",
      paramLabel = "MODE",
      split = ",",
      converter = Converters.Mode.class,
      description = "The modes, separated by commas. Default: iptables,ipvs,nftables,userspace.")
  private List<ProxyMode> modes =
      new ArrayList<>(
          List.of(ProxyMode.IPTABLES, ProxyMode.IPVS, ProxyMode.NFTABLES, ProxyMode.USERSPACE));

  @Option(
      names = "-o",
      paramLabel = "FORM",
      converter = FormConverter.class,
      description = "text (default) or json.")
  private Form form = Form.TEXT;

  CompareCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Scenario scenario = input.load(streams.in());
    ModeReport report = ModeComparison.of(scenario, modes);
    streams.out().print(form == Form.JSON ? CompareJson.of(report) : CompareText.of(report));
    return report.isDocumented() ? 0 : 1;
  }

  /** Reads a form of output. */
  static final class FormConverter implements ITypeConverter<Form> {
    @Override
    public Form convert(String text) {
      return Converters.choice(text, Form.class);
    }
  }
}
