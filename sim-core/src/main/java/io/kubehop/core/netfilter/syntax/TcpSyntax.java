package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Tcp;
import io.kubehop.core.netfilter.matches.TcpFlagCondition;
import io.kubehop.core.netfilter.matches.TcpOptionCondition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code -m tcp}. */
final class TcpSyntax implements MatchSyntax<Tcp> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("sport", "source-port").orNot(),
          OptionSpec.value("dport", "destination-port").orNot(),
          OptionSpec.values(2, "tcp-flags").orNot(),
          OptionSpec.flag("syn").orNot(),
          OptionSpec.value("tcp-option").orNot());
  private static final ImmutableMap<String, Integer> FLAGS =
      ImmutableMap.<String, Integer>builder()
          .put("FIN", 1)
          .put("SYN", 1 << 1)
          .put("RST", 1 << 2)
          .put("PSH", 1 << 3)
          .put("ACK", 1 << 4)
          .put("URG", 1 << 5)
          .buildOrThrow();

  @Override
  public List<String> names() {
    return List.of("tcp");
  }

  @Override
  public List<Class<? extends Tcp>> types() {
    return List.of(Tcp.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.get("tcp-option");
    return new Tcp(
        PortText.read(options.get("sport")),
        PortText.read(options.get("dport")),
        flags(options),
        option == null
            ? null
            : new TcpOptionCondition(
                option.negated(), (int) NumberText.read(option.value(), 255, "a TCP option")));
  }

  @Override
  public void write(Tcp match, OptionWriter out) {
    if (!match.source().isAny()) {
      out.option(match.source().inverted(), "--sport", PortText.write(match.source()));
    }
    if (!match.destination().isAny()) {
      out.option(match.destination().inverted(), "--dport", PortText.write(match.destination()));
    }
    if (match.option() != null) {
      out.option(match.option().inverted(), "--tcp-option", match.option().number());
    }
    if (!match.flags().isAny()) {
      TcpFlagCondition flags = match.flags();
      out.option(flags.inverted(), "--tcp-flags", write(flags.mask())).word(write(flags.set()));
    }
  }

  private static TcpFlagCondition flags(Options options) {
    Options.Given syn = options.get("syn");
    Options.Given flags = options.get("tcp-flags");
    if (syn != null) {
      return syn.negated() ? TcpFlagCondition.SYN.negated() : TcpFlagCondition.SYN;
    }
    if (flags == null) {
      return TcpFlagCondition.ANY;
    }
    return new TcpFlagCondition(flags.negated(), read(flags.value(0)), read(flags.value(1)));
  }

  private static int read(Word word) {
    int flags = 0;
    for (String name : word.text().split(",", -1)) {
      Integer flag = FLAGS.get(name.toUpperCase(Locale.ROOT));
      if (flag != null) {
        flags |= flag;
      } else if (name.equalsIgnoreCase("ALL")) {
        flags |= 0x3f;
      } else if (!name.equalsIgnoreCase("NONE")) {
        throw word.fault(
            "'"
                + name
                + "' is no TCP flag ("
                + String.join(", ", FLAGS.keySet())
                + ", ALL or NONE)");
      }
    }
    return flags;
  }

  private static String write(int flags) {
    String names =
        FLAGS.entrySet().stream()
            .filter(flag -> (flags & flag.getValue()) != 0)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(","));
    return names.isEmpty() ? "NONE" : names;
  }
}
