package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.SetMark;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j MARK}. */
final class MarkTargetSyntax implements TargetSyntax<SetMark> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("set-xmark"),
          OptionSpec.value("set-mark"),
          OptionSpec.value("and-mark"),
          OptionSpec.value("or-mark"),
          OptionSpec.value("xor-mark"));

  @Override
  public List<String> names() {
    return List.of("MARK");
  }

  @Override
  public Class<SetMark> type() {
    return SetMark.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Options.Given option =
        options.requireOne("set-xmark", "set-mark", "and-mark", "or-mark", "xor-mark");
    Word word = option.value();
    return switch (option.spec().name()) {
      case "and-mark" -> SetMark.and(MarkText.number(word));
      case "or-mark" -> SetMark.or(MarkText.number(word));
      case "xor-mark" -> SetMark.xor(MarkText.number(word));
      case "set-mark" -> {
        MarkText mark = MarkText.read(word);
        yield SetMark.set(mark.value(), mark.mask());
      }
      default -> {
        MarkText mark = MarkText.read(word);
        yield new SetMark(mark.value(), mark.mask());
      }
    };
  }

  @Override
  public void write(SetMark target, OptionWriter out) {
    out.option(
        "--set-xmark", OptionWriter.hex(target.value()) + "/" + OptionWriter.hex(target.mask()));
  }
}
