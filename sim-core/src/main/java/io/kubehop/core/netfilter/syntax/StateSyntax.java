package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.State;
import java.util.List;

/** {@code -m state}. */
final class StateSyntax implements MatchSyntax<State> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("state").orNot());

  @Override
  public List<String> names() {
    return List.of("state");
  }

  @Override
  public List<Class<? extends State>> types() {
    return List.of(State.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.require("state");
    return new State(option.negated(), StateText.STATES.read(option.value()));
  }

  @Override
  public void write(State match, OptionWriter out) {
    out.option(match.inverted(), "--state", StateText.STATES.write(match.states()));
  }
}
