package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Multiport;
import io.kubehop.core.netfilter.matches.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code -m multiport}. */
final class MultiportSyntax implements MatchSyntax<Multiport> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("sports", "source-ports").orNot(),
          OptionSpec.value("dports", "destination-ports").orNot(),
          OptionSpec.value("ports").orNot());
  private static final int MOST_SLOTS = 15;

  @Override
  public List<String> names() {
    return List.of("multiport");
  }

  @Override
  public List<Class<? extends Multiport>> types() {
    return List.of(Multiport.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.requireOne("sports", "dports", "ports");
    List<PortRange> ports = new ArrayList<>();
    int slots = 0;
    for (String text : option.value().text().split(",", -1)) {
      PortRange range = PortText.range(option.value(), text, false);
      boolean isRange = text.contains(":");
      if (isRange && range.from() == range.to()) {
        throw option.value().fault("'" + text + "': the last port must be greater than the first");
      }
      ports.add(range);
      slots += isRange ? 2 : 1;
    }
    if (slots > MOST_SLOTS) {
      throw option.value().fault("more than 15 ports (a range counts as two)");
    }
    return new Multiport(option.negated(), end(option.spec().name()), ports);
  }

  @Override
  public void write(Multiport match, OptionWriter out) {
    String option =
        switch (match.end()) {
          case SOURCE -> "--sports";
          case DESTINATION -> "--dports";
          case EITHER -> "--ports";
        };
    String ports = match.ports().stream().map(PortText::write).collect(Collectors.joining(","));
    out.option(match.inverted(), option, ports);
  }

  private static Multiport.End end(String option) {
    return switch (option) {
      case "sports" -> Multiport.End.SOURCE;
      case "dports" -> Multiport.End.DESTINATION;
      default -> Multiport.End.EITHER;
    };
  }
}
