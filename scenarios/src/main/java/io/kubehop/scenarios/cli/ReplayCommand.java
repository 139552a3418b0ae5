package io.kubehop.scenarios.cli;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.cli.KubeHop.Streams;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.report.ReplayJUnit;
import io.kubehop.scenarios.report.ReplayJson;
import io.kubehop.scenarios.report.ReplayText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replays scenario files. */
@Command(
    name = "replay",
    description = "Replays scenario files and says which expectations hold.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private final Streams streams;

  /** The forms of output. */
  enum Form {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON,
    /** For continuous integration. */
    JUNIT
  }

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Scenario files, or folders with such files.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      converter = Converters.Mode.class,
      description = "How kube-proxy works on all nodes: userspace, iptables, ipvs or nftables.")
  private @Nullable ProxyMode mode;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Converters.WholeNumber.class,
      description = "What every random choice derives from.")
  private @Nullable Long seed;

  @Option(
      names = "-o",
      paramLabel = "FORM",
      converter = FormConverter.class,
      description = "text (default), json or junit.")
  private Form form = Form.TEXT;

  ReplayCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ReplayFiles files = ReplayFiles.of(paths);
    Failure.printLines(files.errors(), streams.err());
    List<ScenarioResult> results =
        new ParallelReplay(scenario -> InputOptions.overridden(scenario, mode, seed))
            .run(files.files());
    if (results.isEmpty()) {
      if (files.errors().isEmpty()) {
        Failure.printLines(
            List.of(String.join(", ", paths) + ": no scenario found"), streams.err());
      }
      return 2;
    }
    for (ScenarioResult result : results) {
      Failure.printLines(result.errors(), streams.err());
      result.findings().forEach(finding -> streams.err().println("warning: " + finding));
    }
    streams.out().print(text(results));
    return exitCode(results, files.errors());
  }

  private String text(List<ScenarioResult> results) {
    return switch (form) {
      case TEXT -> ReplayText.of(results);
      case JSON -> ReplayJson.of(results);
      case JUNIT -> ReplayJUnit.of(results);
    };
  }

  private static int exitCode(List<ScenarioResult> results, List<String> errors) {
    if (!errors.isEmpty() || !results.stream().allMatch(ScenarioResult::isLoaded)) {
      return 2;
    }
    return results.stream().allMatch(ScenarioResult::passed) ? 0 : 1;
  }

  /** Reads a form of output. */
  static final class FormConverter implements picocli.CommandLine.ITypeConverter<Form> {
    @Override
    public Form convert(String text) {
      return Converters.choice(text, Form.class);
    }
  }
}
