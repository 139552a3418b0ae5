package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Redirect;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j REDIRECT}. */
final class RedirectSyntax implements TargetSyntax<Redirect> {
  private static final List<OptionSpec> OPTIONS =
      List.of(OptionSpec.value("to-ports"), OptionSpec.flag("random"));

  @Override
  public List<String> names() {
    return List.of("REDIRECT");
  }

  @Override
  public Class<Redirect> type() {
    return Redirect.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    return new Redirect(NatRangeText.readPorts(options.get("to-ports"), options));
  }

  @Override
  public void write(Redirect target, OptionWriter out) {
    if (target.range().mapsPorts()) {
      out.option("--to-ports", NatRangeText.writePorts(target.range()));
    }
    NatFlags.write(target.range(), out);
  }
}
