package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Limit;
import io.kubehop.core.netfilter.matches.Match;
import java.util.List;
import java.util.Locale;

/** {@code -m limit}. */
final class LimitSyntax implements MatchSyntax<Limit> {
  private static final List<OptionSpec> OPTIONS =
      List.of(OptionSpec.value("limit"), OptionSpec.value("limit-burst"));
  private static final long SCALE = 10_000;
  private static final long DEFAULT_PERIOD = SCALE * 3600 / 3;
  private static final int DEFAULT_BURST = 5;
  private static final List<String> UNITS = List.of("day", "hour", "minute", "second");
  private static final long[] PERIODS = {SCALE * 86_400, SCALE * 3600, SCALE * 60, SCALE};

  @Override
  public List<String> names() {
    return List.of("limit");
  }

  @Override
  public List<Class<? extends Limit>> types() {
    return List.of(Limit.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Options.Given limit = options.get("limit");
    Options.Given burst = options.get("limit-burst");
    return new Limit(
        limit == null ? DEFAULT_PERIOD : period(limit.value()),
        burst == null
            ? DEFAULT_BURST
            : NumberText.read(burst.value(), burst.value().text(), 0, 10_000, "a burst"));
  }

  @Override
  public void write(Limit match, OptionWriter out) {
    out.option("--limit", rate(match.period()));
    if (match.burst() != DEFAULT_BURST) {
      out.option("--limit-burst", match.burst());
    }
  }

  /** What one token takes to come back at a rate such as {@code 3/min}, in units of 0.1 ms. */
  private static long period(Word word) {
    String text = word.text();
    int slash = text.indexOf('/');
    String unit = slash < 0 ? "second" : text.substring(slash + 1).toLowerCase(Locale.ROOT);
    Long rate = NumberText.parse(slash < 0 ? text : text.substring(0, slash));
    for (int i = 0; i < PERIODS.length; i++) {
      boolean isUnit = !unit.isEmpty() && UNITS.get(i).startsWith(unit);
      if (isUnit && rate != null && rate > 0 && rate <= PERIODS[i]) {
        return PERIODS[i] / rate;
      }
    }
    throw word.fault("'" + text + "' is no rate (such as 3/second, 3/minute, 3/hour or 3/day)");
  }

  /** The rate in the smallest unit in which it comes out even. */
  private static String rate(long period) {
    int unit = 1;
    while (unit < PERIODS.length
        && period <= PERIODS[unit]
        && PERIODS[unit] / period >= PERIODS[unit] % period) {
      unit++;
    }
    return PERIODS[unit - 1] / period + "/" + List.of("day", "hour", "min", "sec").get(unit - 1);
  }
}
