package io.kubehop.scenarios.cli;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cli.KubeHop.Streams;
import io.kubehop.scenarios.cli.serve.LoopbackServer;
import io.kubehop.scenarios.cli.serve.QueryLog;
import io.kubehop.scenarios.cli.serve.Served;
import io.kubehop.scenarios.cluster.DnsGate;
import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.connection.Source;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Lets real programs ask the cluster's DNS. */
@Command(
    name = "dns-serve",
    description = {
      "Answers DNS queries of real programs from the simulated cluster, until it is interrupted:",
      "dig @127.0.0.1 -p 5353 cart.shop.svc.cluster.local",
      "It listens on the loopback address, over UDP and TCP, and prints each answer."
    },
    mixinStandardHelpOptions = true)
final class DnsServeCommand implements Callable<Integer> {
  private static final int MOST = 65535;

  private final Streams streams;

  /** The forms of output. */
  enum Form {
    /** A line for each answer. */
    TEXT,
    /** An object for each answer. */
    JSON
  }

  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "The port, for UDP and TCP; 0: any that is free. Default: 5353.")
  private int port = 5353;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      converter = Converters.From.class,
      description =
          "Where queries appear to come from: pod/NS/NAME, node/NAME or the like. Default: the"
              + " first Pod, else the first node.")
  private @Nullable Source from;

  @Option(
      names = "-o",
      paramLabel = "FORM",
      converter = FormConverter.class,
      description = "What is printed of each answer: text (default) or json.")
  private Form form = Form.TEXT;

  DnsServeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ClusterSimulation cluster = ClusterSimulation.of(input.load(streams.in()));
    DnsGate gate = cluster.dnsGate(from == null ? cluster.anySource() : from);
    cluster.findings().forEach(finding -> streams.err().println("warning: " + finding));
    Consumer<Served> log =
        served -> print(form == Form.JSON ? QueryLog.json(served) : QueryLog.text(served));
    try (LoopbackServer server = LoopbackServer.open(gate, port, log)) {
      streams
          .err()
          .println(
              String.format(
                  Locale.ROOT,
                  "listening on %s:%d, for %s",
                  server.address().getAddress().getHostAddress(),
                  server.address().getPort(),
                  gate.server()));
      streams.err().flush();
      server.awaitClose();
    } catch (IOException taken) {
      throw new NotPossibleException("--port: " + port + " cannot be had: " + taken.getMessage());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void print(String text) {
    streams.out().print(text);
    streams.out().flush();
  }

  /** Reads a port. */
  static final class PortConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MOST) {
        throw new TypeConversionException("'" + text + "' is not a port from 0 to 65535");
      }
      return Integer.valueOf(text);
    }
  }

  /** Reads a form of output. */
  static final class FormConverter implements ITypeConverter<Form> {
    @Override
    public Form convert(String text) {
      return Converters.choice(text, Form.class);
    }
  }
}
