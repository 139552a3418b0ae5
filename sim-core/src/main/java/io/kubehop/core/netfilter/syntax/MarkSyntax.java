package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Mark;
import io.kubehop.core.netfilter.matches.Match;
import java.util.List;

/** {@code -m mark}. */
final class MarkSyntax implements MatchSyntax<Mark> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("mark").orNot());

  @Override
  public List<String> names() {
    return List.of("mark");
  }

  @Override
  public List<Class<? extends Mark>> types() {
    return List.of(Mark.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.require("mark");
    MarkText mark = MarkText.read(option.value());
    return new Mark(option.negated(), mark.value(), mark.mask());
  }

  @Override
  public void write(Mark match, OptionWriter out) {
    out.option(match.inverted(), "--mark", OptionWriter.mark(match.value(), match.mask()));
  }
}
