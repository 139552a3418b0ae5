package io.kubehop.scenarios.cli;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cli.KubeHop.Streams;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what the cluster holds. */
@Command(
    name = "get",
    description = "Lists what the cluster holds once it has settled.",
    mixinStandardHelpOptions = true)
final class GetCommand implements Callable<Integer> {
  private final Streams streams;

  /** The forms of output. */
  enum Form {
    /** Tables. */
    WIDE,
    /** As a manifest. */
    YAML,
    /** As a manifest in JSON. */
    JSON
  }

  @Spec private @Nullable CommandSpec spec;

  @Mixin private InputOptions input = new InputOptions();

  @Parameters(
      paramLabel = "KIND[/NS/NAME]",
      arity = "0..1",
      description = "A kind, such as pods, or one object. Default: everything.")
  private String what = "";

  @Option(
      names = "-o",
      paramLabel = "FORM",
      converter = FormConverter.class,
      description = "wide (default), yaml or json.")
  private Form form = Form.WIDE;

  GetCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ClusterSimulation cluster = ClusterSimulation.of(input.load(streams.in()));
    cluster.findings().forEach(finding -> streams.err().println("warning: " + finding));
    try {
      streams.out().print(text(cluster));
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(),
          String.valueOf(unknown.getMessage()),
          unknown);
    }
    return 0;
  }

  private String text(ClusterSimulation cluster) {
    return switch (form) {
      case WIDE -> cluster.get(what).table();
      case YAML -> cluster.get(what).yaml();
      case JSON -> cluster.get(what).json();
    };
  }

  /** Reads a form of output. */
  static final class FormConverter implements picocli.CommandLine.ITypeConverter<Form> {
    @Override
    public Form convert(String text) {
      return Converters.choice(text, Form.class);
    }
  }
}
