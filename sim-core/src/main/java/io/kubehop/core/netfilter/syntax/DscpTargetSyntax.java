package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.SetDscp;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j DSCP}. */
final class DscpTargetSyntax implements TargetSyntax<SetDscp> {
  private static final List<OptionSpec> OPTIONS =
      List.of(OptionSpec.value("set-dscp"), OptionSpec.value("set-dscp-class"));

  @Override
  public List<String> names() {
    return List.of("DSCP");
  }

  @Override
  public Class<SetDscp> type() {
    return SetDscp.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Options.Given option = options.requireOne("set-dscp", "set-dscp-class");
    boolean number = option.spec().name().equals("set-dscp");
    Word word = option.value();
    return new SetDscp(number ? DscpText.readNumber(word) : DscpText.readClass(word));
  }

  @Override
  public void write(SetDscp target, OptionWriter out) {
    out.option("--set-dscp", OptionWriter.hexByte(target.value()));
  }
}
