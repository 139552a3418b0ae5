package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Physdev;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code -m physdev}. */
final class PhysdevSyntax implements MatchSyntax<Physdev> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("physdev-in").orNot(),
          OptionSpec.value("physdev-out").orNot(),
          OptionSpec.flag("physdev-is-in").orNot(),
          OptionSpec.flag("physdev-is-out").orNot(),
          OptionSpec.flag("physdev-is-bridged").orNot());

  @Override
  public List<String> names() {
    return List.of("physdev");
  }

  @Override
  public List<Class<? extends Physdev>> types() {
    return List.of(Physdev.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    if (options.isEmpty()) {
      throw options.fault("at least one option must be given");
    }
    return new Physdev(
        port(options.get("physdev-in")),
        port(options.get("physdev-out")),
        isOn(options.get("physdev-is-in")),
        isOn(options.get("physdev-is-out")),
        isOn(options.get("physdev-is-bridged")));
  }

  @Override
  public void write(Physdev match, OptionWriter out) {
    write("--physdev-is-in", match.isIn(), out);
    write("--physdev-in", match.in(), out);
    write("--physdev-is-out", match.isOut(), out);
    write("--physdev-out", match.out(), out);
    write("--physdev-is-bridged", match.isBridged(), out);
  }

  private static Physdev.@Nullable Port port(Options.@Nullable Given option) {
    return option == null
        ? null
        : new Physdev.Port(option.negated(), HeaderText.device(option.value()));
  }

  private static @Nullable Boolean isOn(Options.@Nullable Given option) {
    return option == null ? null : !option.negated();
  }

  private static void write(String option, @Nullable Boolean on, OptionWriter out) {
    if (on != null) {
      out.flag(!on, "!").word(option);
    }
  }

  private static void write(String option, Physdev.@Nullable Port port, OptionWriter out) {
    if (port != null) {
      out.option(port.inverted(), option, port.name());
    }
  }
}
