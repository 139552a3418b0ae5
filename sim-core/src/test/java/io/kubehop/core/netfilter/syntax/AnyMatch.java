package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.matches.AddrType;
import io.kubehop.core.netfilter.matches.AddressMask;
import io.kubehop.core.netfilter.matches.AddressRange;
import io.kubehop.core.netfilter.matches.Comment;
import io.kubehop.core.netfilter.matches.ConnMark;
import io.kubehop.core.netfilter.matches.Conntrack;
import io.kubehop.core.netfilter.matches.ConntrackCondition.AtAddress;
import io.kubehop.core.netfilter.matches.ConntrackCondition.AtPort;
import io.kubehop.core.netfilter.matches.ConntrackCondition.Expiring;
import io.kubehop.core.netfilter.matches.ConntrackCondition.InDirection;
import io.kubehop.core.netfilter.matches.ConntrackCondition.InState;
import io.kubehop.core.netfilter.matches.ConntrackCondition.InStatus;
import io.kubehop.core.netfilter.matches.ConntrackCondition.OfProtocol;
import io.kubehop.core.netfilter.matches.ConntrackCondition.Option;
import io.kubehop.core.netfilter.matches.Destination;
import io.kubehop.core.netfilter.matches.Dscp;
import io.kubehop.core.netfilter.matches.Fragment;
import io.kubehop.core.netfilter.matches.InInterface;
import io.kubehop.core.netfilter.matches.InterfaceName;
import io.kubehop.core.netfilter.matches.IpRange;
import io.kubehop.core.netfilter.matches.IpvsMatch;
import io.kubehop.core.netfilter.matches.Length;
import io.kubehop.core.netfilter.matches.Limit;
import io.kubehop.core.netfilter.matches.Mac;
import io.kubehop.core.netfilter.matches.Mark;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Multiport;
import io.kubehop.core.netfilter.matches.OutInterface;
import io.kubehop.core.netfilter.matches.Owner;
import io.kubehop.core.netfilter.matches.Physdev;
import io.kubehop.core.netfilter.matches.PktType;
import io.kubehop.core.netfilter.matches.PortRange;
import io.kubehop.core.netfilter.matches.Quota;
import io.kubehop.core.netfilter.matches.Recent;
import io.kubehop.core.netfilter.matches.SetMatch;
import io.kubehop.core.netfilter.matches.SocketMatch;
import io.kubehop.core.netfilter.matches.Source;
import io.kubehop.core.netfilter.matches.State;
import io.kubehop.core.netfilter.matches.StatisticNth;
import io.kubehop.core.netfilter.matches.StatisticRandom;
import io.kubehop.core.netfilter.matches.Tcp;
import io.kubehop.core.netfilter.matches.TcpFlagCondition;
import io.kubehop.core.netfilter.matches.TcpOptionCondition;
import io.kubehop.core.netfilter.matches.Tos;
import io.kubehop.core.netfilter.matches.Ttl;
import io.kubehop.core.netfilter.matches.UnmodelledMatch;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Matches of every kind that an IPv4 rule with {@code -p tcp} can have. */
final class AnyMatch {
  private static final Arbitrary<Boolean> NOT = Arbitraries.of(false, true);
  private static final Arbitrary<Integer> INTS = Arbitraries.integers();
  private static final Arbitrary<Integer> BYTES = Arbitraries.integers().between(0, 255);
  private static final Arbitrary<Integer> PORTS = Arbitraries.integers().between(1, 65_534);
  private static final Arbitrary<IpAddress> ADDRESSES = INTS.map(IpAddress::ofV4);
  private static final Arbitrary<InterfaceName> DEVICES =
      Arbitraries.of("eth0", "cali+", "veth0a1b2c3d", "lo").map(InterfaceName::new);
  private static final Arbitrary<AddressMask> MASKS =
      Arbitraries.oneOf(
          Combinators.combine(ADDRESSES, Arbitraries.integers().between(1, 32))
              .as((a, length) -> AddressMask.of(new Cidr(a, length))),
          Combinators.combine(ADDRESSES, INTS.filter(mask -> mask != 0)).as(AddressMask::ofV4));
  private static final Arbitrary<PortRange> RANGES =
      Combinators.combine(NOT, PORTS, PORTS)
          .as((not, a, b) -> new PortRange(not, Math.min(a, b), Math.max(a, b)));

  private AnyMatch() {}

  static Arbitrary<Match> arbitrary() {
    return Arbitraries.oneOf(header(), numbers(), sets(), counting(), stateful(), devices());
  }

  /** A rule can name each field of the header once, and has a protocol of its own here. */
  static List<Match> eachHeaderOnce(List<Match> matches) {
    List<Match> kept = new ArrayList<>();
    for (Match match : matches) {
      boolean again = kept.stream().anyMatch(k -> k.getClass() == match.getClass());
      if (!again || !Rule.isHeader(match)) {
        kept.add(match);
      }
    }
    return kept;
  }

  private static Arbitrary<Match> header() {
    return Arbitraries.oneOf(
        Combinators.combine(NOT, MASKS).as(Source::new),
        Combinators.combine(NOT, MASKS).as(Destination::new),
        Combinators.combine(NOT, DEVICES).as(InInterface::new),
        Combinators.combine(NOT, DEVICES).as(OutInterface::new),
        NOT.map(Fragment::new),
        Combinators.combine(RANGES, RANGES, tcpFlags(), tcpOptions().injectNull(0.5)).as(Tcp::new),
        RANGES.map(range -> Tcp.ofPorts(PortRange.ANY, range)));
  }

  private static Arbitrary<TcpFlagCondition> tcpFlags() {
    Arbitrary<Integer> flags = Arbitraries.integers().between(1, 63);
    return Combinators.combine(NOT, flags, flags).as(TcpFlagCondition::new);
  }

  private static Arbitrary<TcpOptionCondition> tcpOptions() {
    return Combinators.combine(NOT, BYTES).as(TcpOptionCondition::new);
  }

  private static Arbitrary<Match> numbers() {
    return Arbitraries.oneOf(
        Combinators.combine(NOT, INTS, INTS).as(Mark::new),
        Combinators.combine(NOT, INTS, INTS).as(ConnMark::new),
        RANGES.map(r -> new Length(r.inverted(), r.from(), r.to())),
        Combinators.combine(NOT, BYTES, BYTES).as(Tos::new),
        Combinators.combine(NOT, BYTES).as((not, value) -> new Dscp(not, value / 4)),
        Combinators.combine(Arbitraries.of(Ttl.Comparison.class), BYTES).as(Ttl::new),
        Combinators.combine(NOT, Arbitraries.longs()).as(Quota::new));
  }

  private static Arbitrary<Match> sets() {
    Arbitrary<List<PortRange>> ports =
        RANGES.map(r -> new PortRange(false, r.from(), r.to())).list().ofMinSize(1).ofMaxSize(7);
    Arbitrary<AddressRange> addresses =
        Combinators.combine(NOT, ADDRESSES, ADDRESSES).as(AddressRange::new);
    return Arbitraries.oneOf(
        Combinators.combine(NOT, Arbitraries.of(Multiport.End.class), ports).as(Multiport::new),
        Combinators.combine(addresses, addresses.injectNull(0.5)).as(IpRange::new),
        Combinators.combine(types(), types().injectNull(0.5), Arbitraries.of(AddrType.Limit.class))
            .as(AddrType::new),
        Combinators.combine(NOT, Arbitraries.of("a-set", "x.y"), Arbitraries.of("s", "sd", "ddd"))
            .as(SetMatch::new));
  }

  private static Arbitrary<AddrType.Types> types() {
    return Combinators.combine(
            NOT, Arbitraries.of(AddressType.class), Arbitraries.of(AddressType.class))
        .as((not, a, b) -> new AddrType.Types(not, AddrType.Types.of(a, b).mask()));
  }

  private static Arbitrary<Match> counting() {
    Arbitrary<Integer> seconds = Arbitraries.integers().between(1, 100_000);
    return Arbitraries.oneOf(
        Combinators.combine(rates(), Arbitraries.integers().between(1, 1000)).as(Limit::new),
        Combinators.combine(NOT, Arbitraries.longs().between(0, 1L << 31)).as(StatisticRandom::new),
        Combinators.combine(NOT, Arbitraries.longs().between(1, 1000))
            .as((not, every) -> new StatisticNth(not, every, every / 2)),
        Combinators.combine(
                NOT, Arbitraries.of(Recent.Action.class), seconds, BYTES, NOT, NOT, ADDRESSES)
            .as(
                (not, action, s, hits, reap, rdest, mask) ->
                    new Recent(not, action, "list", s, hits, reap, not, rdest, mask)));
  }

  /** Only periods that iptables can print: so many in a unit. */
  private static Arbitrary<Long> rates() {
    Arbitrary<Long> units = Arbitraries.of(10_000L, 600_000L, 36_000_000L);
    return Combinators.combine(units, Arbitraries.of(1, 2, 4, 5, 10)).as((unit, n) -> unit / n);
  }

  private static Arbitrary<Match> stateful() {
    Arbitrary<Option> sides = Arbitraries.of(Option.ORIGINAL_SOURCE, Option.REPLY_DESTINATION);
    Arbitrary<Option> ports =
        Arbitraries.of(Option.ORIGINAL_DESTINATION_PORT, Option.REPLY_SOURCE_PORT);
    return Arbitraries.oneOf(
        Combinators.combine(NOT, Arbitraries.integers().between(1, 127))
            .as((not, states) -> Conntrack.ofState(not, states)),
        Combinators.combine(NOT, Arbitraries.of(1, 2, 4, 8, 15)).as(State::new).map(s -> s),
        Combinators.combine(sides, NOT, MASKS, ports, RANGES)
            .as(
                (side, not, mask, port, range) ->
                    new Conntrack(
                        List.of(new AtPort(port, range), new AtAddress(side, not, mask)))),
        Combinators.combine(NOT, BYTES, Arbitraries.integers().between(0, 15))
            .as(
                (not, n, status) ->
                    new Conntrack(
                        List.of(
                            new InState(not, 1),
                            new OfProtocol(not, n),
                            new InStatus(not, status),
                            new Expiring(not, n, 2L * n),
                            new InDirection(not)))));
  }

  private static Arbitrary<Match> devices() {
    Arbitrary<Physdev.Port> ports = Combinators.combine(NOT, DEVICES).as(Physdev.Port::new);
    Arbitrary<Owner.IdRange> ids =
        Combinators.combine(NOT, PORTS, PORTS)
            .as((not, a, b) -> new Owner.IdRange(not, Math.min(a, b), Math.max(a, b)));
    return Arbitraries.oneOf(
        Combinators.combine(
                ports,
                ports.injectNull(0.5),
                NOT.injectNull(0.5),
                NOT.injectNull(0.5),
                NOT.injectNull(0.5))
            .as(Physdev::new),
        NOT.map(balanced -> new IpvsMatch(balanced, null, null, null)),
        Combinators.combine(
                valued(BYTES), valued(MASKS).injectNull(0.5), valued(PORTS).injectNull(0.5))
            .as((protocol, to, port) -> new IpvsMatch(null, protocol, to, port)),
        Combinators.combine(ids, ids.injectNull(0.5), NOT.injectNull(0.5), NOT).as(Owner::new),
        Combinators.combine(NOT, Arbitraries.of(PktType.Type.class)).as(PktType::new),
        NOT.map(not -> new Mac(not, "00:11:22:33:44:5a")),
        Combinators.combine(NOT, NOT, NOT).as(SocketMatch::new),
        Arbitraries.of("", "-j", "a b", "it's \"x\"").map(Comment::new),
        Arbitraries.of("--string \"a -j b\" --algo bm", "! --hex-string |00|")
            .map(options -> new UnmodelledMatch("string", options)));
  }

  private static <T> Arbitrary<IpvsMatch.Value<T>> valued(Arbitrary<T> values) {
    return Combinators.combine(NOT, values).as(IpvsMatch.Value::new);
  }
}
