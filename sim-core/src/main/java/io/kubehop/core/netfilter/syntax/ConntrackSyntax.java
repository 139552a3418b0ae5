package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Conntrack;
import io.kubehop.core.netfilter.matches.ConntrackCondition;
import io.kubehop.core.netfilter.matches.Match;
import java.util.ArrayList;
import java.util.List;

/** {@code -m conntrack}. */
final class ConntrackSyntax implements MatchSyntax<Conntrack> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("ctstate").orNot(),
          OptionSpec.value("ctproto").orNot(),
          OptionSpec.value("ctorigsrc").orNot(),
          OptionSpec.value("ctorigdst").orNot(),
          OptionSpec.value("ctreplsrc").orNot(),
          OptionSpec.value("ctrepldst").orNot(),
          OptionSpec.value("ctorigsrcport").orNot(),
          OptionSpec.value("ctorigdstport").orNot(),
          OptionSpec.value("ctreplsrcport").orNot(),
          OptionSpec.value("ctrepldstport").orNot(),
          OptionSpec.value("ctstatus").orNot(),
          OptionSpec.value("ctexpire").orNot(),
          OptionSpec.value("ctdir"));

  @Override
  public List<String> names() {
    return List.of("conntrack");
  }

  @Override
  public List<Class<? extends Conntrack>> types() {
    return List.of(Conntrack.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    List<ConntrackCondition> tests = new ArrayList<>();
    for (ConntrackCondition.Option option : ConntrackCondition.Option.values()) {
      Options.Given given = options.get(ConntrackConditionText.name(option));
      if (given != null) {
        tests.add(ConntrackConditionText.read(option, given, options.family()));
      }
    }
    if (tests.isEmpty()) {
      throw options.fault("at least one option must be given");
    }
    return new Conntrack(tests);
  }

  @Override
  public void write(Conntrack match, OptionWriter out) {
    match.tests().forEach(test -> ConntrackConditionText.write(test, out));
  }
}
