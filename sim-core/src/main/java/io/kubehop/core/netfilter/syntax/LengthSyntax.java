package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Length;
import io.kubehop.core.netfilter.matches.Match;
import java.util.List;

/** {@code -m length}. */
final class LengthSyntax implements MatchSyntax<Length> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("length").orNot());

  @Override
  public List<String> names() {
    return List.of("length");
  }

  @Override
  public List<Class<? extends Length>> types() {
    return List.of(Length.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.require("length");
    NumberText.Range range = NumberText.range(option.value(), ':', 0xffff, "a length");
    return new Length(option.negated(), (int) range.from(), (int) range.to());
  }

  @Override
  public void write(Length match, OptionWriter out) {
    out.option(match.inverted(), "--length", OptionWriter.range(match.from(), match.to(), ":"));
  }
}
