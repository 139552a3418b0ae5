package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Target;
import io.kubehop.core.netfilter.targets.Trace;
import java.util.List;

/** {@code -j TRACE}. */
final class TraceSyntax implements TargetSyntax<Trace> {

  @Override
  public List<String> names() {
    return List.of("TRACE");
  }

  @Override
  public Class<Trace> type() {
    return Trace.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return List.of();
  }

  @Override
  public Target read(String name, Options options) {
    return new Trace();
  }

  @Override
  public void write(Trace target, OptionWriter out) {
    // It has no options.
  }
}
