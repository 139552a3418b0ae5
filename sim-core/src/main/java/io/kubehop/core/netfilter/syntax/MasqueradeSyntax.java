package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Masquerade;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j MASQUERADE}. */
final class MasqueradeSyntax implements TargetSyntax<Masquerade> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("to-ports"), OptionSpec.flag("random"), OptionSpec.flag("random-fully"));

  @Override
  public List<String> names() {
    return List.of("MASQUERADE");
  }

  @Override
  public Class<Masquerade> type() {
    return Masquerade.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    return new Masquerade(NatRangeText.readPorts(options.get("to-ports"), options));
  }

  @Override
  public void write(Masquerade target, OptionWriter out) {
    if (target.range().mapsPorts()) {
      out.option("--to-ports", NatRangeText.writePorts(target.range()));
    }
    NatFlags.write(target.range(), out);
  }
}
