package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Snat;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j SNAT}. */
final class SnatSyntax implements TargetSyntax<Snat> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("to-source"),
          OptionSpec.flag("random"),
          OptionSpec.flag("random-fully"),
          OptionSpec.flag("persistent"));

  @Override
  public List<String> names() {
    return List.of("SNAT");
  }

  @Override
  public Class<Snat> type() {
    return Snat.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Options.Given option = options.require("to-source");
    return new Snat(NatRangeText.read(option.value(), options));
  }

  @Override
  public void write(Snat target, OptionWriter out) {
    out.option("--to-source", NatRangeText.write(target.range()));
    NatFlags.write(target.range(), out);
  }
}
