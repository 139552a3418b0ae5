package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.SetTtl;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j TTL}, and {@code -j HL} for IPv6. */
final class TtlTargetSyntax implements TargetSyntax<SetTtl> {

  @Override
  public List<String> names() {
    return List.of("TTL", "HL");
  }

  @Override
  public Class<SetTtl> type() {
    return SetTtl.class;
  }

  @Override
  public String name(SetTtl target, IpFamily family) {
    return family == IpFamily.IPV4 ? "TTL" : "HL";
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return List.of(
        OptionSpec.value(prefix(family) + "-set"),
        OptionSpec.value(prefix(family) + "-inc"),
        OptionSpec.value(prefix(family) + "-dec"));
  }

  @Override
  public Target read(String name, Options options) {
    String prefix = prefix(options.family());
    Options.Given option = options.requireOne(prefix + "-set", prefix + "-inc", prefix + "-dec");
    String kind = option.spec().name();
    SetTtl.Change change =
        kind.endsWith("-set")
            ? SetTtl.Change.SET
            : kind.endsWith("-inc") ? SetTtl.Change.INCREASE : SetTtl.Change.DECREASE;
    return new SetTtl(change, (int) NumberText.read(option.value(), 255, "a time to live"));
  }

  @Override
  public void write(SetTtl target, OptionWriter out) {
    String kind =
        switch (target.change()) {
          case SET -> "-set";
          case INCREASE -> "-inc";
          case DECREASE -> "-dec";
        };
    out.option("--" + prefix(out.family()) + kind, target.value());
  }

  private static String prefix(IpFamily family) {
    return family == IpFamily.IPV4 ? "ttl" : "hl";
  }
}
