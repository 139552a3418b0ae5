package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Ports;
import io.kubehop.core.netfilter.matches.UnmodelledMatch;
import java.util.List;

/** {@code -m udp}, and {@code -m sctp} as far as it asks for ports. */
final class PortsSyntax implements MatchSyntax<Ports> {

  @Override
  public List<String> names() {
    return List.of("udp", "sctp");
  }

  @Override
  public List<Class<? extends Ports>> types() {
    return List.of(Ports.class);
  }

  @Override
  public String name(Ports match, IpFamily family) {
    return ProtocolText.write(match.protocol());
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    OptionSpec sport = OptionSpec.value("sport", "source-port").orNot();
    OptionSpec dport = OptionSpec.value("dport", "destination-port").orNot();
    return name.equals("udp")
        ? List.of(sport, dport)
        : List.of(sport, dport, OptionSpec.values(2, "chunk-types").orNot());
  }

  @Override
  public Match read(String name, Options options) {
    if (options.has("chunk-types")) {
      return new UnmodelledMatch(name, options.verbatim());
    }
    return new Ports(
        ProtocolText.protocol(name),
        PortText.read(options.get("sport")),
        PortText.read(options.get("dport")));
  }

  @Override
  public void write(Ports match, OptionWriter out) {
    if (!match.source().isAny()) {
      out.option(match.source().inverted(), "--sport", PortText.write(match.source()));
    }
    if (!match.destination().isAny()) {
      out.option(match.destination().inverted(), "--dport", PortText.write(match.destination()));
    }
  }
}
