package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.RejectWith;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.TestHost;
import io.kubehop.core.netfilter.matches.AddressMask;
import io.kubehop.core.netfilter.matches.Destination;
import io.kubehop.core.netfilter.matches.IpProtocol;
import io.kubehop.core.netfilter.matches.Limit;
import io.kubehop.core.netfilter.matches.Mark;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.PortRange;
import io.kubehop.core.netfilter.matches.Ports;
import io.kubehop.core.netfilter.matches.Recent;
import io.kubehop.core.netfilter.matches.Source;
import io.kubehop.core.netfilter.matches.StatisticNth;
import io.kubehop.core.netfilter.matches.StatisticRandom;
import io.kubehop.core.netfilter.matches.Tcp;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.targets.Goto;
import io.kubehop.core.netfilter.targets.Jump;
import io.kubehop.core.netfilter.targets.Reject;
import io.kubehop.core.netfilter.targets.SetMark;
import io.kubehop.core.netfilter.targets.StandardTarget;
import io.kubehop.core.netfilter.targets.Target;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Rules and packets over so few addresses and ports that they often meet. */
final class RandomRules {
  private static final List<String> ADDRESSES =
      List.of("10.0.0.1", "10.0.0.2", "10.0.1.1", "10.96.0.1");
  private static final List<Integer> PORTS = List.of(53, 80, 443);
  private static final IpAddress FULL = Recent.fullMask(IpFamily.IPV4);

  private RandomRules() {}

  /**
   * A packet to send.
   *
   * @param protocol its protocol
   * @param source where from
   * @param destination where to
   * @param mark its mark
   */
  record Sent(Protocol protocol, String source, String destination, int mark) {
    Skb skb() {
      Skb skb = TestHost.skb(protocol, source, destination);
      skb.setMark(mark);
      return skb;
    }
  }

  static Arbitrary<Sent> packets() {
    Arbitrary<Protocol> protocols = Arbitraries.of(Protocol.TCP, Protocol.UDP);
    Arbitrary<Integer> ports = Arbitraries.of(PORTS);
    Arbitrary<String> ends =
        Combinators.combine(Arbitraries.of(ADDRESSES), ports).as((a, p) -> a + ":" + p);
    return Combinators.combine(protocols, ends, ends, Arbitraries.integers().between(0, 3))
        .as(Sent::new);
  }

  /** Rules that may lead to some chains. */
  static Arbitrary<Rule> rules(String... chains) {
    return Combinators.combine(matches().list().ofMaxSize(4), targets(chains))
        .as((matches, target) -> new Rule(headerOnce(matches), target, null, null));
  }

  /** A block with rules for INPUT and ONE, and a chain of its own. */
  static Arbitrary<RuleBlock> block(Arbitrary<String> keys) {
    return keys.flatMap(RandomRules::block);
  }

  private static Arbitrary<RuleBlock> block(String key) {
    String own = "own-" + key;
    Arbitrary<List<Rule>> input = rules("ONE", "TWO", own).list().ofMaxSize(3);
    Arbitrary<List<Rule>> one = rules("TWO", own).list().ofMaxSize(3);
    Arbitrary<List<Rule>> mine = rules("TWO").list().ofMaxSize(12);
    return Combinators.combine(input, one, mine)
        .as(
            (i, o, m) ->
                RuleBlock.builder(key)
                    .rule(TableName.FILTER, "INPUT", i.toArray(new Rule[0]))
                    .rule(TableName.FILTER, "ONE", o.toArray(new Rule[0]))
                    .chain(TableName.FILTER, own, m.toArray(new Rule[0]))
                    .build());
  }

  /** A rule can name each field of the header once. */
  private static List<Match> headerOnce(List<Match> matches) {
    List<Match> kept = new ArrayList<>();
    for (Match match : matches) {
      boolean again =
          Rule.isHeader(match) && kept.stream().anyMatch(k -> k.getClass() == match.getClass());
      if (!again) {
        kept.add(match);
      }
    }
    return kept;
  }

  private static Arbitrary<Match> matches() {
    Arbitrary<Boolean> not =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true)));
    Arbitrary<AddressMask> networks =
        Combinators.combine(Arbitraries.of(ADDRESSES), Arbitraries.of(32, 32, 32, 24, 8))
            .as((a, length) -> AddressMask.of(new Cidr(IpAddress.parse(a), length)));
    Arbitrary<PortRange> ranges =
        Combinators.combine(not, Arbitraries.of(PORTS), Arbitraries.of(0, 0, 0, 100))
            .as((inverted, port, more) -> new PortRange(inverted, port, port + more));
    return Arbitraries.oneOf(
        Combinators.combine(not, networks).as(Destination::new),
        Combinators.combine(not, networks).as(Source::new),
        Combinators.combine(not, Arbitraries.of(6, 17)).as(IpProtocol::new),
        ranges.map(range -> Tcp.ofPorts(PortRange.ANY, range)),
        ranges.map(range -> new Ports(Protocol.UDP, PortRange.ANY, range)),
        Combinators.combine(not, Arbitraries.integers().between(0, 3))
            .as((i, v) -> new Mark(i, v, 3)),
        Arbitraries.integers()
            .between(1, 3)
            .map(every -> new StatisticNth(false, every, every - 1)),
        Arbitraries.of(0L, 1L << 30, 1L << 31).map(t -> new StatisticRandom(false, t)),
        Arbitraries.integers().between(1, 3).map(burst -> new Limit(30_000, burst)),
        Combinators.combine(
                not,
                Arbitraries.of(Recent.Action.class),
                Arbitraries.of("x", "y"),
                Arbitraries.of(0, 3))
            .as(
                (i, action, name, seconds) ->
                    new Recent(i, action, name, seconds, 0, false, false, false, FULL)));
  }

  private static Arbitrary<Target> targets(String... chains) {
    List<Target> all =
        new ArrayList<>(
            List.of(
                StandardTarget.ACCEPT,
                StandardTarget.DROP,
                StandardTarget.RETURN,
                StandardTarget.FALL_THROUGH,
                StandardTarget.FALL_THROUGH,
                SetMark.set(1, 1),
                SetMark.xor(2),
                new Reject(RejectWith.ICMP_PORT_UNREACHABLE)));
    for (String chain : chains) {
      all.add(new Jump(chain));
      all.add(new Jump(chain));
      all.add(new Goto(chain));
    }
    return Arbitraries.of(all);
  }
}
