package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.RpFilter;
import java.util.List;

/** {@code -m rpfilter}. */
final class RpFilterSyntax implements MatchSyntax<RpFilter> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.flag("loose"),
          OptionSpec.flag("validmark"),
          OptionSpec.flag("accept-local"),
          OptionSpec.flag("invert"));

  @Override
  public List<String> names() {
    return List.of("rpfilter");
  }

  @Override
  public List<Class<? extends RpFilter>> types() {
    return List.of(RpFilter.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    return new RpFilter(
        options.has("loose"),
        options.has("validmark"),
        options.has("accept-local"),
        options.has("invert"));
  }

  @Override
  public void write(RpFilter match, OptionWriter out) {
    out.flag(match.loose(), "--loose").flag(match.validMark(), "--validmark");
    out.flag(match.acceptLocal(), "--accept-local").flag(match.inverted(), "--invert");
  }
}
