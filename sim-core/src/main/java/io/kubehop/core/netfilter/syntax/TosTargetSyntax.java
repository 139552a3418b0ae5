package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.SetTos;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j TOS}. */
final class TosTargetSyntax implements TargetSyntax<SetTos> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("set-tos"),
          OptionSpec.value("and-tos"),
          OptionSpec.value("or-tos"),
          OptionSpec.value("xor-tos"));

  @Override
  public List<String> names() {
    return List.of("TOS");
  }

  @Override
  public Class<SetTos> type() {
    return SetTos.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Options.Given option = options.requireOne("set-tos", "and-tos", "or-tos", "xor-tos");
    TosText tos = TosText.read(option.value());
    return switch (option.spec().name()) {
      case "and-tos" -> new SetTos(0, ~tos.value() & 0xff);
      case "or-tos" -> new SetTos(tos.value(), tos.value());
      case "xor-tos" -> new SetTos(tos.value(), 0);
      default -> new SetTos(tos.value(), tos.mask());
    };
  }

  @Override
  public void write(SetTos target, OptionWriter out) {
    out.option("--set-tos", TosText.write(target.value(), target.mask()));
  }
}
