package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Dnat;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j DNAT}. */
final class DnatSyntax implements TargetSyntax<Dnat> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("to-destination"),
          OptionSpec.flag("random"),
          OptionSpec.flag("persistent"));

  @Override
  public List<String> names() {
    return List.of("DNAT");
  }

  @Override
  public Class<Dnat> type() {
    return Dnat.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Options.Given option = options.require("to-destination");
    return new Dnat(NatRangeText.read(option.value(), options));
  }

  @Override
  public void write(Dnat target, OptionWriter out) {
    out.option("--to-destination", NatRangeText.write(target.range()));
    NatFlags.write(target.range(), out);
  }
}
