package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.ConnMarkTarget;
import io.kubehop.core.netfilter.targets.ConnMarkTarget.Action;
import io.kubehop.core.netfilter.targets.SetMark;
import io.kubehop.core.netfilter.targets.Target;
import io.kubehop.core.netfilter.targets.UnmodelledTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code -j CONNMARK}; shifted marks are not modelled. */
final class ConnMarkTargetSyntax implements TargetSyntax<ConnMarkTarget> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("set-xmark"),
          OptionSpec.value("set-mark"),
          OptionSpec.value("and-mark"),
          OptionSpec.value("or-mark"),
          OptionSpec.value("xor-mark"),
          OptionSpec.flag("save-mark"),
          OptionSpec.flag("restore-mark"),
          OptionSpec.value("left-shift-mark"),
          OptionSpec.value("right-shift-mark"),
          OptionSpec.value("nfmask"),
          OptionSpec.value("ctmask"),
          OptionSpec.value("mask"));

  @Override
  public List<String> names() {
    return List.of("CONNMARK");
  }

  @Override
  public Class<ConnMarkTarget> type() {
    return ConnMarkTarget.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    if (options.has("left-shift-mark") || options.has("right-shift-mark")) {
      return new UnmodelledTarget(name, options.verbatim());
    }
    Options.Given option =
        options.requireOne(
            "set-xmark",
            "set-mark",
            "and-mark",
            "or-mark",
            "xor-mark",
            "save-mark",
            "restore-mark");
    return switch (option.spec().name()) {
      case "save-mark" -> copy(Action.SAVE, options);
      case "restore-mark" -> copy(Action.RESTORE, options);
      default -> set(option);
    };
  }

  @Override
  public void write(ConnMarkTarget target, OptionWriter out) {
    if (target.action() == Action.SET) {
      out.option(
          "--set-xmark",
          OptionWriter.hex(target.value()) + "/" + OptionWriter.hex(target.connectionMask()));
      return;
    }
    out.word(target.action() == Action.SAVE ? "--save-mark" : "--restore-mark");
    out.option("--nfmask", OptionWriter.hex(target.packetMask()));
    out.option("--ctmask", OptionWriter.hex(target.connectionMask()));
  }

  /** The ways to write it are those of MARK. */
  private static Target set(Options.Given option) {
    Word word = option.value();
    MarkText mark = MarkText.read(word);
    SetMark same =
        switch (option.spec().name()) {
          case "and-mark" -> SetMark.and(MarkText.number(word));
          case "or-mark" -> SetMark.or(MarkText.number(word));
          case "xor-mark" -> SetMark.xor(MarkText.number(word));
          case "set-mark" -> SetMark.set(mark.value(), mark.mask());
          default -> new SetMark(mark.value(), mark.mask());
        };
    return new ConnMarkTarget(Action.SET, same.value(), same.mask(), -1);
  }

  private static Target copy(Action action, Options options) {
    int both = mask(options.get("mask"), -1);
    return new ConnMarkTarget(
        action, 0, mask(options.get("ctmask"), both), mask(options.get("nfmask"), both));
  }

  private static int mask(Options.@Nullable Given option, int otherwise) {
    return option == null ? otherwise : MarkText.number(option.value());
  }
}
