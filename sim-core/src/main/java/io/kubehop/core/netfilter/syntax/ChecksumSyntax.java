package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Checksum;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j CHECKSUM}. */
final class ChecksumSyntax implements TargetSyntax<Checksum> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.flag("checksum-fill"));

  @Override
  public List<String> names() {
    return List.of("CHECKSUM");
  }

  @Override
  public Class<Checksum> type() {
    return Checksum.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    options.require("checksum-fill");
    return new Checksum();
  }

  @Override
  public void write(Checksum target, OptionWriter out) {
    out.word("--checksum-fill");
  }
}
