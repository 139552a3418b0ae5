package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Dscp;
import io.kubehop.core.netfilter.matches.Match;
import java.util.List;

/** {@code -m dscp}. */
final class DscpSyntax implements MatchSyntax<Dscp> {
  private static final List<OptionSpec> OPTIONS =
      List.of(OptionSpec.value("dscp").orNot(), OptionSpec.value("dscp-class").orNot());

  @Override
  public List<String> names() {
    return List.of("dscp");
  }

  @Override
  public List<Class<? extends Dscp>> types() {
    return List.of(Dscp.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.requireOne("dscp", "dscp-class");
    boolean number = option.spec().name().equals("dscp");
    Word word = option.value();
    return new Dscp(
        option.negated(), number ? DscpText.readNumber(word) : DscpText.readClass(word));
  }

  @Override
  public void write(Dscp match, OptionWriter out) {
    out.option(match.inverted(), "--dscp", OptionWriter.hexByte(match.value()));
  }
}
