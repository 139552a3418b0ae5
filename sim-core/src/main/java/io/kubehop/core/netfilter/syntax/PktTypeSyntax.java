package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.PktType;
import java.util.List;
import java.util.Locale;

/** {@code -m pkttype}. */
final class PktTypeSyntax implements MatchSyntax<PktType> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("pkt-type").orNot());

  @Override
  public List<String> names() {
    return List.of("pkttype");
  }

  @Override
  public List<Class<? extends PktType>> types() {
    return List.of(PktType.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.require("pkt-type");
    Word word = option.value();
    return new PktType(option.negated(), type(word));
  }

  /** Reads a type, also by the other names that libxt_pkttype knows, in any case. */
  private static PktType.Type type(Word word) {
    return switch (word.text().toLowerCase(Locale.ROOT)) {
      case "unicast", "host" -> PktType.Type.UNICAST;
      case "broadcast", "bcast" -> PktType.Type.BROADCAST;
      case "multicast", "mcast" -> PktType.Type.MULTICAST;
      default ->
          throw word.fault(
              "'" + word.text() + "' is no packet type (unicast, broadcast or multicast)");
    };
  }

  @Override
  public void write(PktType match, OptionWriter out) {
    out.option(match.inverted(), "--pkt-type", match.type().name().toLowerCase(Locale.ROOT));
  }
}
