package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Ttl;
import java.util.List;

/** {@code -m ttl}, and {@code -m hl} for IPv6. */
final class TtlSyntax implements MatchSyntax<Ttl> {

  @Override
  public List<String> names() {
    return List.of("ttl", "hl");
  }

  @Override
  public List<Class<? extends Ttl>> types() {
    return List.of(Ttl.class);
  }

  @Override
  public String name(Ttl match, IpFamily family) {
    return family == IpFamily.IPV4 ? "ttl" : "hl";
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return List.of(
        OptionSpec.value(name + "-eq", name).orNot(),
        OptionSpec.value(name + "-lt"),
        OptionSpec.value(name + "-gt"));
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.requireOne(name + "-eq", name + "-lt", name + "-gt");
    String kind = option.spec().name();
    Ttl.Comparison comparison =
        kind.endsWith("-lt")
            ? Ttl.Comparison.LESS
            : kind.endsWith("-gt")
                ? Ttl.Comparison.GREATER
                : option.negated() ? Ttl.Comparison.NOT_EQUAL : Ttl.Comparison.EQUAL;
    return new Ttl(comparison, (int) NumberText.read(option.value(), 255, "a time to live"));
  }

  @Override
  public void write(Ttl match, OptionWriter out) {
    String option =
        switch (match.comparison()) {
          case EQUAL, NOT_EQUAL -> "-eq";
          case LESS -> "-lt";
          case GREATER -> "-gt";
        };
    boolean inverted = match.comparison() == Ttl.Comparison.NOT_EQUAL;
    out.option(inverted, "--" + name(match, out.family()) + option, match.value());
  }
}
