package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.RejectWith;
import io.kubehop.core.netfilter.targets.Reject;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;
import java.util.Locale;

/** {@code -j REJECT}. */
final class RejectSyntax implements TargetSyntax<Reject> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("reject-with"));

  @Override
  public List<String> names() {
    return List.of("REJECT");
  }

  @Override
  public Class<Reject> type() {
    return Reject.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Options.Given option = options.get("reject-with");
    if (option == null) {
      return new Reject(
          options.family() == IpFamily.IPV4
              ? RejectWith.ICMP_PORT_UNREACHABLE
              : RejectWith.ICMP6_PORT_UNREACHABLE);
    }
    Word word = option.value();
    for (RejectWith with : RejectWith.values()) {
      if (isOf(with, options.family()) && isNamed(with, word.text())) {
        return new Reject(with);
      }
    }
    throw word.fault("'" + word.text() + "' is no reject type (such as " + example(options) + ")");
  }

  @Override
  public void write(Reject target, OptionWriter out) {
    out.option("--reject-with", target.with().optionName());
  }

  private static boolean isOf(RejectWith with, IpFamily family) {
    boolean v6 = with.optionName().startsWith("icmp6-");
    return with == RejectWith.TCP_RESET || v6 == (family == IpFamily.IPV6);
  }

  /** The beginning of the name or of its short form will do. */
  private static boolean isNamed(RejectWith with, String text) {
    String given = text.toLowerCase(Locale.ROOT);
    String name = with.optionName();
    String shortName = name.substring(name.indexOf('-') + 1);
    return name.startsWith(given)
        || (with == RejectWith.TCP_RESET
            ? "tcp-rst".startsWith(given)
            : shortName.startsWith(given));
  }

  private static String example(Options options) {
    return options.family() == IpFamily.IPV4
        ? "icmp-port-unreachable or tcp-reset"
        : "icmp6-port-unreachable or tcp-reset";
  }
}
