package io.kubehop.scenarios.cli;

import io.kubehop.dns.dig.DigOutput;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cli.KubeHop.Streams;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.scenarios.report.ReplayJson;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Asks the cluster's DNS. */
@Command(
    name = "dns",
    description = "Asks the cluster's DNS, as the resolver of a Pod or a node does.",
    mixinStandardHelpOptions = true)
final class DnsCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private InputOptions input = new InputOptions();

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      converter = NameConverter.class,
      description = "The name; a final dot keeps the search list out.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TYPE",
      converter = TypeConverter.class,
      description = "The type of record, such as SRV. Default: A.")
  private RecordType type = RecordType.A;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      converter = Converters.From.class,
      description = "Who asks: pod/NS/NAME, node/NAME or the like. Default: the first Pod.")
  private @Nullable Source from;

  /** The forms of output. */
  enum Form {
    /** As {@code dig} prints it. */
    TEXT,
    /** An object with the keys of a {@code resolve} step. */
    JSON
  }

  @Option(
      names = "-o",
      paramLabel = "FORM",
      converter = FormConverter.class,
      description = "text (default), as dig prints it, or json.")
  private Form form = Form.TEXT;

  DnsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ClusterSimulation cluster = ClusterSimulation.of(input.load(streams.in()));
    Source source = from == null ? cluster.defaultSource() : from;
    LookupResult result = cluster.resolve(source, name, type.toString());
    cluster.findings().forEach(finding -> streams.err().println("warning: " + finding));
    streams
        .out()
        .print(
            form == Form.JSON
                ? ReplayJson.of(result)
                : DigOutput.of(result, List.of(type.toString())));
    return 0;
  }

  /** Reads a form of output. */
  static final class FormConverter implements ITypeConverter<Form> {
    @Override
    public Form convert(String text) {
      return Converters.choice(text, Form.class);
    }
  }

  /** Checks that a text is a name. */
  static final class NameConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (DomainName.parse(text).isEmpty()) {
        throw new TypeConversionException(
            "'" + text + "' is not a name: labels of 1 to 63 octets, 253 in all");
      }
      return text;
    }
  }

  /** Reads a type of record. */
  static final class TypeConverter implements ITypeConverter<RecordType> {
    @Override
    public RecordType convert(String text) {
      return RecordType.parse(text.toUpperCase(Locale.ROOT))
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is not a type of record such as A, AAAA, PTR or SRV"));
    }
  }
}
