package io.kubehop.core.netfilter.rule;

import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.RejectWith;
import io.kubehop.core.netfilter.matches.AddrType;
import io.kubehop.core.netfilter.matches.AddressMask;
import io.kubehop.core.netfilter.matches.Comment;
import io.kubehop.core.netfilter.matches.Conntrack;
import io.kubehop.core.netfilter.matches.Destination;
import io.kubehop.core.netfilter.matches.InInterface;
import io.kubehop.core.netfilter.matches.InterfaceName;
import io.kubehop.core.netfilter.matches.IpProtocol;
import io.kubehop.core.netfilter.matches.Mark;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.OutInterface;
import io.kubehop.core.netfilter.matches.Physdev;
import io.kubehop.core.netfilter.matches.PortRange;
import io.kubehop.core.netfilter.matches.Ports;
import io.kubehop.core.netfilter.matches.Recent;
import io.kubehop.core.netfilter.matches.SetMatch;
import io.kubehop.core.netfilter.matches.Source;
import io.kubehop.core.netfilter.matches.StatisticRandom;
import io.kubehop.core.netfilter.matches.Tcp;
import io.kubehop.core.netfilter.targets.Dnat;
import io.kubehop.core.netfilter.targets.Goto;
import io.kubehop.core.netfilter.targets.Jump;
import io.kubehop.core.netfilter.targets.Masquerade;
import io.kubehop.core.netfilter.targets.Reject;
import io.kubehop.core.netfilter.targets.SetMark;
import io.kubehop.core.netfilter.targets.StandardTarget;
import io.kubehop.core.netfilter.targets.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one rule in code, condition by condition from left to right, then its target:
 *
 * <pre>{@code
 * Rule.builder()
 *     .destination(vip).protocol(TCP).comment("shop/cart:http cluster IP").destinationPort(80)
 *     .jump("KUBE-SVC-…")
 * }</pre>
 */
public final class RuleBuilder {
  private final List<Match> matches = new ArrayList<>();
  private @Nullable Protocol protocol;
  private @Nullable String origin;

  RuleBuilder() {}

  /** What the rule is written for, such as {@code Service/shop/cart}. */
  public RuleBuilder origin(@Nullable String text) {
    origin = text;
    return this;
  }

  /** Any condition. */
  public RuleBuilder match(Match match) {
    matches.add(match);
    return this;
  }

  /** {@code -m comment --comment}. */
  public RuleBuilder comment(String text) {
    return match(new Comment(text));
  }

  /** {@code -s}. */
  public RuleBuilder source(Cidr addresses) {
    return match(new Source(false, AddressMask.of(addresses)));
  }

  /** {@code -s}. */
  public RuleBuilder source(IpAddress address) {
    return source(Cidr.host(address));
  }

  /** {@code ! -s}. */
  public RuleBuilder notSource(Cidr addresses) {
    return match(new Source(true, AddressMask.of(addresses)));
  }

  /** {@code -d}. */
  public RuleBuilder destination(Cidr addresses) {
    return match(new Destination(false, AddressMask.of(addresses)));
  }

  /** {@code -d}. */
  public RuleBuilder destination(IpAddress address) {
    return destination(Cidr.host(address));
  }

  /** {@code ! -d}. */
  public RuleBuilder notDestination(Cidr addresses) {
    return match(new Destination(true, AddressMask.of(addresses)));
  }

  /** {@code -i}; a final {@code +} stands for any end of the name. */
  public RuleBuilder in(String device) {
    return match(new InInterface(false, new InterfaceName(device)));
  }

  /** {@code ! -i}. */
  public RuleBuilder notIn(String device) {
    return match(new InInterface(true, new InterfaceName(device)));
  }

  /** {@code -o}. */
  public RuleBuilder out(String device) {
    return match(new OutInterface(false, new InterfaceName(device)));
  }

  /** {@code ! -o}. */
  public RuleBuilder notOut(String device) {
    return match(new OutInterface(true, new InterfaceName(device)));
  }

  /** {@code -p}. */
  public RuleBuilder protocol(Protocol of) {
    protocol = of;
    return match(new IpProtocol(false, of.number()));
  }

  /** {@code -m PROTOCOL}, which changes nothing; {@link #protocol} comes first. */
  public RuleBuilder protocolMatch() {
    return ports(PortRange.ANY);
  }

  /** {@code --dport}; {@link #protocol} comes first. */
  public RuleBuilder destinationPort(int port) {
    return ports(PortRange.of(port));
  }

  private RuleBuilder ports(PortRange destination) {
    if (protocol == null || !protocol.hasPorts()) {
      throw new IllegalStateException("ports need a protocol that has them, not " + protocol);
    }
    return match(
        protocol == Protocol.TCP
            ? Tcp.ofPorts(PortRange.ANY, destination)
            : new Ports(protocol, PortRange.ANY, destination));
  }

  /** {@code -m mark --mark value/mask}. */
  public RuleBuilder mark(int value, int mask) {
    return match(new Mark(false, value, mask));
  }

  /** {@code -m mark ! --mark value/mask}. */
  public RuleBuilder notMark(int value, int mask) {
    return match(new Mark(true, value, mask));
  }

  /**
   * {@code -m conntrack --ctstate}; states of {@link io.kubehop.core.netfilter.matches.StateMask},
   * joined by {@code |}.
   */
  public RuleBuilder conntrackState(int states) {
    return match(Conntrack.ofState(false, states));
  }

  /** {@code -m conntrack ! --ctstate}. */
  public RuleBuilder notConntrackState(int states) {
    return match(Conntrack.ofState(true, states));
  }

  /** {@code -m addrtype --src-type}. */
  public RuleBuilder sourceType(AddressType type) {
    return match(new AddrType(AddrType.Types.of(type), null, AddrType.Limit.NONE));
  }

  /** {@code -m addrtype ! --src-type}. */
  public RuleBuilder notSourceType(AddressType type) {
    return match(new AddrType(AddrType.Types.of(type).negated(), null, AddrType.Limit.NONE));
  }

  /** {@code -m addrtype --dst-type}. */
  public RuleBuilder destinationType(AddressType type) {
    return match(new AddrType(null, AddrType.Types.of(type), AddrType.Limit.NONE));
  }

  /** {@code -m addrtype ! --dst-type}. */
  public RuleBuilder notDestinationType(AddressType type) {
    return match(new AddrType(null, AddrType.Types.of(type).negated(), AddrType.Limit.NONE));
  }

  /**
   * {@code -m statistic --mode random --probability}, with the probability as text, as kube-proxy
   * rounds it.
   */
  public RuleBuilder probability(String text) {
    return match(StatisticRandom.ofProbability(text));
  }

  /** {@code -m recent --name NAME --set}. */
  public RuleBuilder recentSet(String name, IpFamily family) {
    return match(Recent.set(name, Recent.fullMask(family)));
  }

  /** {@code -m recent --name NAME --rcheck --seconds SECONDS --reap}. */
  public RuleBuilder recentCheck(String name, long seconds, IpFamily family) {
    return match(Recent.check(name, seconds, true, Recent.fullMask(family)));
  }

  /** {@code -m physdev --physdev-is-in}, or with {@code !}. */
  public RuleBuilder physdevIsIn(boolean isIn) {
    return match(new Physdev(null, null, isIn, null, null));
  }

  /** {@code -m physdev --physdev-is-out}, or with {@code !}. */
  public RuleBuilder physdevIsOut(boolean isOut) {
    return match(new Physdev(null, null, null, isOut, null));
  }

  /**
   * {@code -m set --match-set NAME DIRECTIONS}; one letter, {@code s} or {@code d}, for each
   * dimension.
   */
  public RuleBuilder inSet(String name, String directions) {
    return match(new SetMatch(false, name, directions));
  }

  /** {@code -m set ! --match-set NAME DIRECTIONS}. */
  public RuleBuilder notInSet(String name, String directions) {
    return match(new SetMatch(true, name, directions));
  }

  /** Ends with any target. */
  public Rule target(Target target) {
    return new Rule(matches, target, null, origin);
  }

  /** Ends without a target. */
  public Rule noTarget() {
    return target(StandardTarget.FALL_THROUGH);
  }

  /** Ends with {@code -j CHAIN}. */
  public Rule jump(String chain) {
    return target(new Jump(chain));
  }

  /** Ends with {@code -g CHAIN}. */
  public Rule goTo(String chain) {
    return target(new Goto(chain));
  }

  /** Ends with {@code -j ACCEPT}. */
  public Rule accept() {
    return target(StandardTarget.ACCEPT);
  }

  /** Ends with {@code -j DROP}. */
  public Rule drop() {
    return target(StandardTarget.DROP);
  }

  /** Ends with {@code -j RETURN}. */
  public Rule returns() {
    return target(StandardTarget.RETURN);
  }

  /** Ends with {@code -j REJECT}, as the family does without an option. */
  public Rule reject(IpFamily family) {
    return target(
        new Reject(
            family == IpFamily.IPV4
                ? RejectWith.ICMP_PORT_UNREACHABLE
                : RejectWith.ICMP6_PORT_UNREACHABLE));
  }

  /** Ends with {@code -j MARK --or-mark}. */
  public Rule orMark(int bits) {
    return target(SetMark.or(bits));
  }

  /** Ends with {@code -j MARK --xor-mark}. */
  public Rule xorMark(int bits) {
    return target(SetMark.xor(bits));
  }

  /** Ends with {@code -j DNAT --to-destination ADDRESS:PORT}. */
  public Rule dnat(IpAddress address, int port) {
    return target(new Dnat(NatRange.ofSocket(address, port)));
  }

  /** Ends with {@code -j MASQUERADE}, with {@code --random-fully} or without. */
  public Rule masquerade(boolean randomFully) {
    return target(
        new Masquerade(new NatRange(null, null, -1, -1, -1, false, randomFully, false, -1)));
  }
}
