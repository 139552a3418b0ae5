package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Quota;
import java.util.List;

/** {@code -m quota}. */
final class QuotaSyntax implements MatchSyntax<Quota> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("quota").orNot());

  @Override
  public List<String> names() {
    return List.of("quota");
  }

  @Override
  public List<Class<? extends Quota>> types() {
    return List.of(Quota.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.require("quota");
    return new Quota(option.negated(), NumberText.read(option.value(), -1, "a number of bytes"));
  }

  @Override
  public void write(Quota match, OptionWriter out) {
    out.option(match.inverted(), "--quota", Long.toUnsignedString(match.bytes()));
  }
}
