package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Nflog;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code -j NFLOG}. */
final class NflogSyntax implements TargetSyntax<Nflog> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("nflog-prefix"),
          OptionSpec.value("nflog-group"),
          OptionSpec.value("nflog-range"),
          OptionSpec.value("nflog-size"),
          OptionSpec.value("nflog-threshold"));

  @Override
  public List<String> names() {
    return List.of("NFLOG");
  }

  @Override
  public Class<Nflog> type() {
    return Nflog.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Options.Given prefix = options.get("nflog-prefix");
    Options.Given range = options.get("nflog-range");
    boolean size = options.has("nflog-size");
    return new Nflog(
        (int) number(options.get("nflog-group"), 0xffff, 0),
        prefix == null ? "" : prefix.value().text(),
        number(size ? options.get("nflog-size") : range, 0xffff_ffffL, -1),
        size,
        (int) number(options.get("nflog-threshold"), 0xffff, 0));
  }

  @Override
  public void write(Nflog target, OptionWriter out) {
    if (!target.prefix().isEmpty()) {
      out.text("--nflog-prefix", target.prefix());
    }
    write("--nflog-group", target.group(), 0, out);
    write(target.size() ? "--nflog-size" : "--nflog-range", target.range(), -1, out);
    write("--nflog-threshold", target.threshold(), 0, out);
  }

  private static long number(Options.@Nullable Given option, long most, long otherwise) {
    return option == null ? otherwise : NumberText.read(option.value(), most, "a number for NFLOG");
  }

  private static void write(String option, long value, long normal, OptionWriter out) {
    if (value != normal) {
      out.option(option, value);
    }
  }
}
