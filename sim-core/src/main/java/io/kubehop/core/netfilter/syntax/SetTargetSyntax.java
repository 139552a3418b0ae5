package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.SetDirections;
import io.kubehop.core.netfilter.targets.SetTarget;
import io.kubehop.core.netfilter.targets.Target;
import io.kubehop.core.netfilter.targets.UnmodelledTarget;
import java.util.List;

/** {@code -j SET}; {@code --map-set} is not modelled. */
final class SetTargetSyntax implements TargetSyntax<SetTarget> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.values(2, "add-set"),
          OptionSpec.values(2, "del-set"),
          OptionSpec.values(2, "map-set"),
          OptionSpec.flag("exist"),
          OptionSpec.value("timeout"),
          OptionSpec.flag("map-mark"),
          OptionSpec.flag("map-prio"),
          OptionSpec.flag("map-queue"));

  @Override
  public List<String> names() {
    return List.of("SET");
  }

  @Override
  public Class<SetTarget> type() {
    return SetTarget.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Options.Given option = options.requireOne("add-set", "del-set", "map-set");
    if (option.spec().name().equals("map-set")) {
      return new UnmodelledTarget(name, options.verbatim());
    }
    Options.Given timeout = options.get("timeout");
    return new SetTarget(
        option.spec().name().equals("add-set") ? SetTarget.Action.ADD : SetTarget.Action.DELETE,
        SetText.name(option.value(0)),
        SetText.directions(option.value(1)),
        options.has("exist"),
        timeout == null
            ? -1
            : NumberText.read(timeout.value(), 0x7fff_ffff, "a number of seconds"));
  }

  @Override
  public void write(SetTarget target, OptionWriter out) {
    out.option(target.action() == SetTarget.Action.ADD ? "--add-set" : "--del-set", target.name());
    out.word(SetDirections.words(target.directions())).flag(target.replace(), "--exist");
    if (target.timeout() >= 0) {
      out.option("--timeout", target.timeout());
    }
  }
}
