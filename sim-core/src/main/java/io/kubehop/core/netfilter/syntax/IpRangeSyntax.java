package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.AddressRange;
import io.kubehop.core.netfilter.matches.IpRange;
import io.kubehop.core.netfilter.matches.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code -m iprange}. */
final class IpRangeSyntax implements MatchSyntax<IpRange> {
  private static final List<OptionSpec> OPTIONS =
      List.of(OptionSpec.value("src-range").orNot(), OptionSpec.value("dst-range").orNot());

  @Override
  public List<String> names() {
    return List.of("iprange");
  }

  @Override
  public List<Class<? extends IpRange>> types() {
    return List.of(IpRange.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    AddressRange source = range(options.get("src-range"), options.family());
    AddressRange destination = range(options.get("dst-range"), options.family());
    if (source == null && destination == null) {
      throw options.fault("--src-range or --dst-range must be given");
    }
    return new IpRange(source, destination);
  }

  @Override
  public void write(IpRange match, OptionWriter out) {
    if (match.source() != null) {
      out.option(match.source().inverted(), "--src-range", match.source());
    }
    if (match.destination() != null) {
      out.option(match.destination().inverted(), "--dst-range", match.destination());
    }
  }

  private static @Nullable AddressRange range(Options.@Nullable Given option, IpFamily family) {
    if (option == null) {
      return null;
    }
    Word word = option.value();
    String text = word.text();
    int dash = text.indexOf('-');
    String first = dash < 0 ? text : text.substring(0, dash);
    String last = dash < 0 ? text : text.substring(dash + 1);
    return new AddressRange(
        option.negated(),
        AddressText.read(word, first, family),
        AddressText.read(word, last, family));
  }
}
