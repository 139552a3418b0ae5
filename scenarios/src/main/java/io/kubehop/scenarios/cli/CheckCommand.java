package io.kubehop.scenarios.cli;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.check.ProbeResult;
import io.kubehop.scenarios.cli.KubeHop.Streams;
import io.kubehop.scenarios.report.CheckJson;
import io.kubehop.scenarios.report.CheckText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries every Service and Ingress. */
@Command(
    name = "check",
    description = "Tries every Service port and Ingress rule, and says what cannot be reached.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
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
      names = "-o",
      paramLabel = "FORM",
      converter = FormConverter.class,
      description = "text (default) or json.")
  private Form form = Form.TEXT;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ClusterSimulation cluster = ClusterSimulation.of(input.load(streams.in()));
    cluster.findings().forEach(finding -> streams.err().println("warning: " + finding));
    List<ProbeResult> results = cluster.check();
    streams.out().print(form == Form.JSON ? CheckJson.of(results) : CheckText.of(results));
    return results.stream().anyMatch(ProbeResult::isBad) ? 1 : 0;
  }

  /** Reads a form of output. */
  static final class FormConverter implements ITypeConverter<Form> {
    @Override
    public Form convert(String text) {
      return Converters.choice(text, Form.class);
    }
  }
}
