package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.RejectWith;
import io.kubehop.core.netfilter.targets.Checksum;
import io.kubehop.core.netfilter.targets.Classify;
import io.kubehop.core.netfilter.targets.ConnMarkTarget;
import io.kubehop.core.netfilter.targets.Ct;
import io.kubehop.core.netfilter.targets.Dnat;
import io.kubehop.core.netfilter.targets.Goto;
import io.kubehop.core.netfilter.targets.Jump;
import io.kubehop.core.netfilter.targets.Log;
import io.kubehop.core.netfilter.targets.Masquerade;
import io.kubehop.core.netfilter.targets.Netmap;
import io.kubehop.core.netfilter.targets.Nflog;
import io.kubehop.core.netfilter.targets.NoTrack;
import io.kubehop.core.netfilter.targets.Redirect;
import io.kubehop.core.netfilter.targets.Reject;
import io.kubehop.core.netfilter.targets.SetDscp;
import io.kubehop.core.netfilter.targets.SetMark;
import io.kubehop.core.netfilter.targets.SetTarget;
import io.kubehop.core.netfilter.targets.SetTos;
import io.kubehop.core.netfilter.targets.SetTtl;
import io.kubehop.core.netfilter.targets.Snat;
import io.kubehop.core.netfilter.targets.StandardTarget;
import io.kubehop.core.netfilter.targets.Target;
import io.kubehop.core.netfilter.targets.TcpMss;
import io.kubehop.core.netfilter.targets.Trace;
import io.kubehop.core.netfilter.targets.UnmodelledTarget;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Targets of every kind that an IPv4 rule with {@code -p tcp} can have. */
final class AnyTarget {
  private static final Arbitrary<Boolean> FLAGS = Arbitraries.of(false, true);
  private static final Arbitrary<Integer> INTS = Arbitraries.integers();
  private static final Arbitrary<Integer> BYTES = Arbitraries.integers().between(0, 255);
  private static final Arbitrary<Integer> PORTS = Arbitraries.integers().between(1, 65_535);
  private static final Arbitrary<IpAddress> ADDRESSES = INTS.map(IpAddress::ofV4);

  private AnyTarget() {}

  static Arbitrary<Target> arbitrary() {
    return Arbitraries.oneOf(plain(), nat(), marks(), headers(), others());
  }

  private static Arbitrary<Target> plain() {
    List<RejectWith> answers =
        List.of(
            RejectWith.ICMP_HOST_PROHIBITED, RejectWith.TCP_RESET, RejectWith.ICMP_NET_UNREACHABLE);
    return Arbitraries.oneOf(
        Arbitraries.of(
            StandardTarget.ACCEPT,
            StandardTarget.RETURN,
            StandardTarget.FALL_THROUGH,
            StandardTarget.DROP),
        Arbitraries.of(new Jump("CHAIN"), new Goto("CHAIN")),
        Arbitraries.of(new Checksum(), new Trace(), new NoTrack(), Ct.NOTRACK),
        Arbitraries.of(answers).map(Reject::new),
        Arbitraries.just(new Ct(false, "--zone 5 --helper ftp", true)),
        Arbitraries.just(new UnmodelledTarget("NFQUEUE", "--queue-num 5")));
  }

  private static Arbitrary<Target> nat() {
    Arbitrary<NatRange> ports =
        Combinators.combine(PORTS, PORTS, FLAGS)
            .as((a, b, random) -> range(null, null, Math.min(a, b), Math.max(a, b), random, false));
    Arbitrary<NatRange> both =
        Combinators.combine(ADDRESSES, ADDRESSES, PORTS, PORTS, FLAGS, FLAGS)
            .as(
                (from, to, a, b, random, same) ->
                    range(from, to, Math.min(a, b), Math.max(a, b), random, same));
    return Arbitraries.oneOf(
        both.map(Dnat::new),
        both.map(Snat::new),
        ports.map(Redirect::new),
        ports.map(Masquerade::new),
        Combinators.combine(ADDRESSES, Arbitraries.integers().between(0, 32))
            .as(AnyTarget::netmap));
  }

  private static NatRange range(
      IpAddress from, IpAddress to, int first, int last, boolean random, boolean persistent) {
    return new NatRange(from, to, first, last, -1, random, false, persistent, -1);
  }

  private static Target netmap(IpAddress address, int length) {
    Cidr to = new Cidr(address, length);
    return new Netmap(
        new NatRange(to.address(), to.last(), -1, -1, -1, false, false, false, length));
  }

  private static Arbitrary<Target> marks() {
    return Arbitraries.oneOf(
        Combinators.combine(INTS, INTS).as(SetMark::new),
        Combinators.combine(INTS, INTS)
            .as((v, m) -> new ConnMarkTarget(ConnMarkTarget.Action.SET, v, m, -1)),
        Combinators.combine(
                Arbitraries.of(ConnMarkTarget.Action.SAVE, ConnMarkTarget.Action.RESTORE),
                INTS,
                INTS)
            .as((action, ct, nf) -> new ConnMarkTarget(action, 0, ct, nf)));
  }

  private static Arbitrary<Target> headers() {
    return Arbitraries.oneOf(
        Combinators.combine(BYTES, BYTES).as(SetTos::new),
        BYTES.map(value -> new SetDscp(value / 4)),
        Combinators.combine(Arbitraries.of(SetTtl.Change.class), BYTES).as(SetTtl::new),
        Arbitraries.integers().between(-1, 1500).map(TcpMss::new),
        Combinators.combine(PORTS, PORTS).as(Classify::new));
  }

  private static Arbitrary<Target> others() {
    Arbitrary<String> prefixes = Arbitraries.of("", "x", "a b: ", "it's");
    return Arbitraries.oneOf(
        Combinators.combine(
                prefixes, Arbitraries.integers().between(0, 7), Arbitraries.of(0, 1, 9, 47))
            .as(Log::new),
        Combinators.combine(PORTS, prefixes, Arbitraries.longs().between(0, 100), FLAGS, BYTES)
            .as(Nflog::new),
        Combinators.combine(
                Arbitraries.of(SetTarget.Action.class), Arbitraries.of("s", "sd"), FLAGS, BYTES)
            .as(
                (action, dirs, exist, timeout) ->
                    new SetTarget(action, "set", dirs, exist, timeout)));
  }
}
