package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Recent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code -m recent}. */
final class RecentSyntax implements MatchSyntax<Recent> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.flag("set").orNot(),
          OptionSpec.flag("rcheck").orNot(),
          OptionSpec.flag("update").orNot(),
          OptionSpec.flag("remove").orNot(),
          OptionSpec.value("seconds"),
          OptionSpec.flag("reap"),
          OptionSpec.value("hitcount"),
          OptionSpec.flag("rttl"),
          OptionSpec.value("name"),
          OptionSpec.value("mask"),
          OptionSpec.flag("rsource"),
          OptionSpec.flag("rdest"));

  @Override
  public List<String> names() {
    return List.of("recent");
  }

  @Override
  public List<Class<? extends Recent>> types() {
    return List.of(Recent.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given action = options.requireOne("set", "rcheck", "update", "remove");
    Options.Given list = options.get("name");
    Options.Given mask = options.get("mask");
    if (options.has("reap") && !options.has("seconds")) {
      throw options.fault("--reap needs --seconds");
    }
    return new Recent(
        action.negated(),
        Recent.Action.valueOf(action.spec().name().toUpperCase(Locale.ROOT)),
        list == null ? "DEFAULT" : list.value().text(),
        number(options.get("seconds"), 0xffff_ffffL, "a number of seconds"),
        (int) number(options.get("hitcount"), 0xffff, "a number of hits"),
        options.has("reap"),
        options.has("rttl"),
        options.has("rdest"),
        mask == null
            ? Recent.fullMask(options.family())
            : AddressText.read(mask.value(), mask.value().text(), options.family()));
  }

  @Override
  public void write(Recent match, OptionWriter out) {
    out.flag(match.inverted(), "!").word("--" + match.action().name().toLowerCase(Locale.ROOT));
    if (match.seconds() != 0) {
      out.option("--seconds", match.seconds());
    }
    out.flag(match.reap(), "--reap");
    if (match.hitCount() != 0) {
      out.option("--hitcount", match.hitCount());
    }
    out.flag(match.rttl(), "--rttl").option("--name", match.name());
    out.option("--mask", match.mask()).word(match.destination() ? "--rdest" : "--rsource");
  }

  private static long number(Options.@Nullable Given option, long most, String what) {
    return option == null
        ? 0
        : NumberText.read(option.value(), option.value().text(), 1, most, what);
  }
}
