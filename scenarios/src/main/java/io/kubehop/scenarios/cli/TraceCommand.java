package io.kubehop.scenarios.cli;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cli.KubeHop.Streams;
import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.cluster.TraceDepth;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.file.ScenarioWriter;
import io.kubehop.scenarios.report.ReplayJson;
import io.kubehop.scenarios.trace.TraceMermaid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explains one connection. */
@Command(
    name = "trace",
    description = "Explains one connection hop by hop, rule by rule.",
    mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
  private final Streams streams;

  /** The forms of output. */
  enum Form {
    /** For people. */
    TEXT,
    /** For programs: an object shaped as a send step of a replay. */
    JSON,
    /** A sequence diagram that GitHub renders. */
    MERMAID
  }

  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      converter = Converters.To.class,
      description = "What is called, such as tcp://10.96.0.12:80.")
  private @Nullable Destination to;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      converter = Converters.From.class,
      description =
          "Where it starts: pod/NS/NAME, deploy/NS/NAME, svc/NS/NAME, node/NAME, external/IP or"
              + " ip/IP. Default: the first Pod.")
  private @Nullable Source from;

  @Option(
      names = "--node",
      paramLabel = "NAME",
      description = "The node on which a packet from outside enters.")
  private @Nullable String node;

  @Option(
      names = "--node-rules",
      paramLabel = "NODE=FILE",
      description =
          "Puts a captured text of iptables-save or nft list ruleset on a node, in place of"
              + " kube-proxy's rules. Without -f the addresses that the rules imply are assumed, and"
              + " said.")
  private Map<String, String> nodeRules = new LinkedHashMap<>();

  @Option(names = "--all-paths", description = "Shows every way that it could go, with its share.")
  private boolean allPaths;

  @Option(names = "--all-rules", description = "Shows the rules that did not match, too.")
  private boolean allRules;

  @Option(
      names = "--write-scenario",
      paramLabel = "FILE",
      description = "Writes a scenario that repeats the connection and expects the same of it.")
  private @Nullable Path scenarioFile;

  @Option(
      names = "-o",
      paramLabel = "FORM",
      converter = FormConverter.class,
      description = "text (default), json or mermaid.")
  private Form form = Form.TEXT;

  TraceCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Map<String, CapturedText> captured = NodeRules.readAll(nodeRules);
    boolean alone = input.isEmpty() && !captured.isEmpty();
    Scenario around = alone ? implied(captured) : input.load(streams.in());
    Scenario scenario = NodeRules.put(captured, around);
    ClusterSimulation cluster = ClusterSimulation.of(scenario);
    cluster.findings().forEach(finding -> streams.err().println("warning: " + finding));
    Source source = from == null ? cluster.defaultSource(to()) : from;
    Request request = Request.of(source, to());
    Connection connection =
        cluster.send(
            node == null ? request : request.withNode(node), new TraceDepth(allRules, allPaths));
    streams.out().print(text(connection, cluster));
    if (scenarioFile != null) {
      write(scenarioFile, scenario, connection);
    }
    return 0;
  }

  /** A cluster that fits the rules, which is said, since it may be wrong. */
  private Scenario implied(Map<String, CapturedText> captured) {
    ImpliedCluster implied = new ImpliedCluster(captured, to());
    streams
        .err()
        .println(
            "note: without -f, this is assumed from the rules; keep it in a file to correct it:");
    implied.yaml().lines().forEach(line -> streams.err().println("  " + line));
    implied.remarks().forEach(remark -> streams.err().println("note: " + remark));
    return input.load("<implied by the rules>", implied.yaml());
  }

  private String text(Connection connection, ClusterSimulation cluster) {
    return switch (form) {
      case TEXT -> connection + "\n";
      case JSON -> ReplayJson.of(connection, cluster.now());
      case MERMAID -> TraceMermaid.of(connection, cluster.explain(connection));
    };
  }

  private static void write(Path file, Scenario scenario, Connection connection) {
    try {
      Files.writeString(file, ScenarioWriter.write(scenario, connection));
    } catch (IOException unwritable) {
      throw new NotPossibleException("--write-scenario: " + file + " cannot be written");
    } catch (IllegalArgumentException inexpressible) {
      throw new NotPossibleException("--write-scenario: " + inexpressible.getMessage());
    }
  }

  private Destination to() {
    return Objects.requireNonNull(to);
  }

  /** Reads a form of output. */
  static final class FormConverter implements picocli.CommandLine.ITypeConverter<Form> {
    @Override
    public Form convert(String text) {
      return Converters.choice(text, Form.class);
    }
  }
}
