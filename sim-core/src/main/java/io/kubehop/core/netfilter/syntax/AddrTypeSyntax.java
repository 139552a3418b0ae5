package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.matches.AddrType;
import io.kubehop.core.netfilter.matches.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code -m addrtype}. */
final class AddrTypeSyntax implements MatchSyntax<AddrType> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("src-type").orNot(),
          OptionSpec.value("dst-type").orNot(),
          OptionSpec.flag("limit-iface-in"),
          OptionSpec.flag("limit-iface-out"));
  private static final int NOT_IN_V6 =
      AddrType.Types.of(
              AddressType.BROADCAST,
              AddressType.BLACKHOLE,
              AddressType.PROHIBIT,
              AddressType.THROW,
              AddressType.NAT,
              AddressType.XRESOLVE)
          .mask();
  private static final FlagSetText TYPES = new FlagSetText("address type", typeMasks());

  @Override
  public List<String> names() {
    return List.of("addrtype");
  }

  @Override
  public List<Class<? extends AddrType>> types() {
    return List.of(AddrType.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    AddrType.Types source = types(options.get("src-type"));
    AddrType.Types destination = types(options.get("dst-type"));
    boolean in = options.has("limit-iface-in");
    boolean out = options.has("limit-iface-out");
    if (source == null && destination == null) {
      throw options.fault("--src-type or --dst-type must be given");
    }
    checkFamily(options, source);
    checkFamily(options, destination);
    if (in && out) {
      throw options.fault("--limit-iface-in cannot be used together with --limit-iface-out");
    }
    AddrType.Limit limit = in ? AddrType.Limit.IN : out ? AddrType.Limit.OUT : AddrType.Limit.NONE;
    return new AddrType(source, destination, limit);
  }

  @Override
  public void write(AddrType match, OptionWriter out) {
    write("--src-type", match.source(), out);
    write("--dst-type", match.destination(), out);
    out.flag(match.limit() == AddrType.Limit.IN, "--limit-iface-in");
    out.flag(match.limit() == AddrType.Limit.OUT, "--limit-iface-out");
  }

  /** What addrtype_mt_checkentry_v1 refuses. */
  private static void checkFamily(Options options, AddrType.@Nullable Types types) {
    if (types != null && options.family() == IpFamily.IPV6 && (types.mask() & NOT_IN_V6) != 0) {
      throw options.fault(
          "IPv6 has no address types BROADCAST, BLACKHOLE, PROHIBIT, THROW, NAT and XRESOLVE");
    }
  }

  private static ImmutableMap<String, Integer> typeMasks() {
    ImmutableMap.Builder<String, Integer> names = ImmutableMap.builder();
    for (AddressType type : AddressType.values()) {
      names.put(type.name(), AddrType.Types.of(type).mask());
    }
    return names.buildOrThrow();
  }

  private static AddrType.@Nullable Types types(Options.@Nullable Given option) {
    return option == null ? null : new AddrType.Types(option.negated(), TYPES.read(option.value()));
  }

  private static void write(String option, AddrType.@Nullable Types types, OptionWriter out) {
    if (types != null) {
      out.option(types.inverted(), option, TYPES.write(types.mask()));
    }
  }
}
