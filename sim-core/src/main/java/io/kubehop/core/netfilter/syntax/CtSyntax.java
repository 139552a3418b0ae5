package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Ct;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j CT}. */
final class CtSyntax implements TargetSyntax<Ct> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.flag("notrack"),
          OptionSpec.value("helper"),
          OptionSpec.value("timeout"),
          OptionSpec.value("ctevents"),
          OptionSpec.value("expevents"),
          OptionSpec.value("zone-orig"),
          OptionSpec.value("zone-reply"),
          OptionSpec.value("zone"));

  @Override
  public List<String> names() {
    return List.of("CT");
  }

  @Override
  public Class<Ct> type() {
    return Ct.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    boolean zone = options.has("zone") || options.has("zone-orig") || options.has("zone-reply");
    return new Ct(options.has("notrack"), options.verbatim(), zone);
  }

  @Override
  public void write(Ct target, OptionWriter out) {
    out.words(target.options());
  }
}
