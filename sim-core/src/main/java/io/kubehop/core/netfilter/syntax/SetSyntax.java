package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.SetDirections;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.SetMatch;
import io.kubehop.core.netfilter.matches.UnmodelledMatch;
import java.util.List;

/** {@code -m set}; entries with counters or nomatch are not modelled. */
final class SetSyntax implements MatchSyntax<SetMatch> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.values(2, "match-set").orNot(),
          OptionSpec.flag("return-nomatch"),
          OptionSpec.flag("update-counters").orNot(),
          OptionSpec.flag("update-subcounters").orNot(),
          OptionSpec.value("packets-eq").orNot(),
          OptionSpec.value("packets-lt"),
          OptionSpec.value("packets-gt"),
          OptionSpec.value("bytes-eq").orNot(),
          OptionSpec.value("bytes-lt"),
          OptionSpec.value("bytes-gt"));

  @Override
  public List<String> names() {
    return List.of("set");
  }

  @Override
  public List<Class<? extends SetMatch>> types() {
    return List.of(SetMatch.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given set = options.require("match-set");
    String directions = SetText.directions(set.value(1));
    boolean plain = options.verbatim().equals(Options.verbatim(set));
    return plain
        ? new SetMatch(set.negated(), SetText.name(set.value(0)), directions)
        : new UnmodelledMatch(name, options.verbatim());
  }

  @Override
  public void write(SetMatch match, OptionWriter out) {
    out.option(match.inverted(), "--match-set", match.name());
    out.word(SetDirections.words(match.directions()));
  }
}
