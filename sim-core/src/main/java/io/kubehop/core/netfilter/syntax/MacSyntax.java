package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Mac;
import io.kubehop.core.netfilter.matches.Match;
import java.util.List;
import java.util.Locale;

/** {@code -m mac}. */
final class MacSyntax implements MatchSyntax<Mac> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("mac-source").orNot());

  @Override
  public List<String> names() {
    return List.of("mac");
  }

  @Override
  public List<Class<? extends Mac>> types() {
    return List.of(Mac.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given option = options.require("mac-source");
    String text = option.value().text().toLowerCase(Locale.ROOT);
    if (!text.matches("([0-9a-f]{2}:){5}[0-9a-f]{2}")) {
      throw option
          .value()
          .fault("'" + text + "' is no hardware address (such as 00:11:22:33:44:55)");
    }
    return new Mac(option.negated(), text);
  }

  @Override
  public void write(Mac match, OptionWriter out) {
    out.option(match.inverted(), "--mac-source", match.address());
  }
}
