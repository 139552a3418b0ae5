package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Tos;
import java.util.List;

/** {@code -m tos}. */
final class TosSyntax implements MatchSyntax<Tos> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("tos").orNot());

  @Override
  public List<String> names() {
    return List.of("tos");
  }

  @Override
  public List<Class<? extends Tos>> types() {
    return List.of(Tos.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.require("tos");
    TosText tos = TosText.read(option.value());
    return new Tos(option.negated(), tos.value(), tos.mask());
  }

  @Override
  public void write(Tos match, OptionWriter out) {
    out.option(match.inverted(), "--tos", TosText.write(match.value(), match.mask()));
  }
}
