package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.StatisticNth;
import io.kubehop.core.netfilter.matches.StatisticRandom;
import java.util.List;

/** {@code -m statistic}. */
final class StatisticSyntax implements MatchSyntax<Match> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("mode"),
          OptionSpec.value("probability").orNot(),
          OptionSpec.value("every").orNot(),
          OptionSpec.value("packet"));
  private static final long MOST = 0xffff_ffffL;

  @Override
  public List<String> names() {
    return List.of("statistic");
  }

  @Override
  public List<Class<? extends Match>> types() {
    return List.of(StatisticRandom.class, StatisticNth.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    Word mode = options.require("mode").value();
    return switch (mode.text()) {
      case "random" -> random(options.require("probability"));
      case "nth" -> nth(options.require("every"), options.require("packet").value());
      default -> throw mode.fault("'" + mode.text() + "' is no mode (random or nth)");
    };
  }

  @Override
  public void write(Match match, OptionWriter out) {
    if (match instanceof StatisticRandom random) {
      out.option("--mode", "random");
      out.option(random.inverted(), "--probability", random.probability());
    } else if (match instanceof StatisticNth nth) {
      out.option("--mode", "nth").option(nth.inverted(), "--every", nth.every());
      out.option("--packet", nth.packet());
    }
  }

  private static Match random(Options.Given option) {
    Word word = option.value();
    if (!word.text().matches("[0-9]*\\.?[0-9]*([eE][-+]?[0-9]+)?")
        || !word.text().matches(".*[0-9].*")) {
      throw word.fault("'" + word.text() + "' is no probability (from 0 to 1)");
    }
    StatisticRandom random = StatisticRandom.ofProbability(word.text());
    if (random.threshold() > 1L << 31) {
      throw word.fault("'" + word.text() + "' is no probability (from 0 to 1)");
    }
    return new StatisticRandom(option.negated(), random.threshold());
  }

  private static Match nth(Options.Given option, Word packet) {
    Word word = option.value();
    long every = NumberText.read(word, word.text(), 1, MOST, "a number of packets");
    long first = NumberText.read(packet, packet.text(), 0, every - 1, "a place among them");
    return new StatisticNth(option.negated(), every, first);
  }
}
