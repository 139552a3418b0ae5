package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Target;
import io.kubehop.core.netfilter.targets.TcpMss;
import java.util.List;

/** {@code -j TCPMSS}. */
final class TcpMssSyntax implements TargetSyntax<TcpMss> {
  private static final List<OptionSpec> OPTIONS =
      List.of(OptionSpec.value("set-mss"), OptionSpec.flag("clamp-mss-to-pmtu"));

  @Override
  public List<String> names() {
    return List.of("TCPMSS");
  }

  @Override
  public Class<TcpMss> type() {
    return TcpMss.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Options.Given option = options.requireOne("set-mss", "clamp-mss-to-pmtu");
    return option.values().isEmpty()
        ? new TcpMss(-1)
        : new TcpMss((int) NumberText.read(option.value(), 0xffff, "a segment size"));
  }

  @Override
  public void write(TcpMss target, OptionWriter out) {
    if (target.size() < 0) {
      out.word("--clamp-mss-to-pmtu");
    } else {
      out.option("--set-mss", target.size());
    }
  }
}
