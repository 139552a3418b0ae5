package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.IpvsMatch;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.UnmodelledMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code -m ipvs}; direction, forwarding method and controlling port are not modelled. */
final class IpvsSyntax implements MatchSyntax<IpvsMatch> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.flag("ipvs").orNot(),
          OptionSpec.value("vproto").orNot(),
          OptionSpec.value("vaddr").orNot(),
          OptionSpec.value("vport").orNot(),
          OptionSpec.value("vdir"),
          OptionSpec.value("vmethod").orNot(),
          OptionSpec.value("vportctl").orNot());

  @Override
  public List<String> names() {
    return List.of("ipvs");
  }

  @Override
  public List<Class<? extends IpvsMatch>> types() {
    return List.of(IpvsMatch.class);
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
    if (options.has("vdir") || options.has("vmethod") || options.has("vportctl")) {
      return new UnmodelledMatch(name, options.verbatim());
    }
    Options.Given balanced = options.get("ipvs");
    Options.Given protocol = options.get("vproto");
    Options.Given address = options.get("vaddr");
    Options.Given port = options.get("vport");
    return new IpvsMatch(
        balanced == null ? null : !balanced.negated(),
        protocol == null ? null : value(protocol, ProtocolText.read(protocol.value())),
        address == null
            ? null
            : value(
                address,
                AddressText.readMasked(address.value(), address.value().text(), options.family())),
        port == null ? null : value(port, PortText.read(port.value(), port.value().text())));
  }

  private static <T> IpvsMatch.Value<T> value(Options.Given option, T value) {
    return new IpvsMatch.Value<>(option.negated(), value);
  }

  @Override
  public void write(IpvsMatch match, OptionWriter out) {
    boolean alone = match.protocol() == null && match.address() == null && match.port() == null;
    if (match.balanced() != null && alone) {
      out.flag(!match.balanced(), "!").word("--ipvs");
    }
    write("--vproto", match.protocol(), out);
    if (match.address() != null) {
      IpvsMatch.Value<?> address = match.address();
      out.option(address.inverted(), "--vaddr", AddressText.writeShort(match.address().value()));
    }
    write("--vport", match.port(), out);
  }

  private static void write(
      String option, IpvsMatch.@Nullable Value<Integer> value, OptionWriter out) {
    if (value != null) {
      out.option(value.inverted(), option, value.value());
    }
  }
}
