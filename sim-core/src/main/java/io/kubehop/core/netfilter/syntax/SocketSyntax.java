package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.SocketMatch;
import java.util.List;

/** {@code -m socket}. */
final class SocketSyntax implements MatchSyntax<SocketMatch> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.flag("transparent"),
          OptionSpec.flag("nowildcard"),
          OptionSpec.flag("restore-skmark"));

  @Override
  public List<String> names() {
    return List.of("socket");
  }

  @Override
  public List<Class<? extends SocketMatch>> types() {
    return List.of(SocketMatch.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    return new SocketMatch(
        options.has("transparent"), options.has("nowildcard"), options.has("restore-skmark"));
  }

  @Override
  public void write(SocketMatch match, OptionWriter out) {
    out.flag(match.transparent(), "--transparent").flag(match.noWildcard(), "--nowildcard");
    out.flag(match.restoreMark(), "--restore-skmark");
  }
}
