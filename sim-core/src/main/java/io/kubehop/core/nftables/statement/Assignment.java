package io.kubehop.core.nftables.statement;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.expression.Ct;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.expression.Payload;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;

/**
 * Sets a mark or a field of the packet: {@code meta mark set 0x1}, {@code ip daddr set 10.0.0.1}.
 *
 * @param target the packet mark, the connection mark, or a field of a header
 * @param value to what
 */
public record Assignment(Expression target, Expression value) implements Statement {

  @Override
  public int run(Evaluation at) {
    Key key = at.takeKey();
    int loaded = value.load(at, key);
    int verdict = NftVerdict.CONTINUED;
    if (loaded == Expression.LOADED) {
      verdict = assign(at, key);
    }
    at.giveBack();
    return switch (loaded) {
      case Expression.LOADED -> verdict;
      case Expression.ABSENT -> NftVerdict.BROKEN;
      default -> NftVerdict.UNDECIDED;
    };
  }

  private int assign(Evaluation at, Key key) {
    if (target instanceof Payload payload) {
      Packet packet = at.skb().packet();
      if (!payload.field().header().isIn(packet)) {
        return NftVerdict.BROKEN;
      }
      return write(at, payload, packet, key);
    }
    if (target instanceof Ct) {
      Connection connection = at.skb().connection();
      if (connection != null) {
        connection.setMark((int) key.low(0));
      }
      return NftVerdict.CONTINUED;
    }
    at.skb().setMark((int) key.low(0));
    return NftVerdict.CONTINUED;
  }

  private int write(Evaluation at, Payload payload, Packet packet, Key key) {
    int number = (int) key.low(0);
    switch (payload.field()) {
      case IP_SADDR -> packet.setSource(IpAddress.ofV4(number));
      case IP_DADDR -> packet.setDestination(IpAddress.ofV4(number));
      case IP6_SADDR -> packet.setSource(key.high(0), key.low(0));
      case IP6_DADDR -> packet.setDestination(key.high(0), key.low(0));
      case IP_TTL, IP6_HOPLIMIT -> packet.setTtl(number);
      case IP_DSCP, IP6_DSCP -> packet.setTos(packet.tos() & 3 | number << 2);
      case IP_ECN, IP6_ECN -> packet.setTos(packet.tos() & ~3 | number);
      case TCP_SPORT, UDP_SPORT, SCTP_SPORT, TH_SPORT -> packet.setSourcePort(number);
      case TCP_DPORT, UDP_DPORT, SCTP_DPORT, TH_DPORT -> packet.setDestinationPort(number);
      case TCP_FLAGS -> packet.setTcpFlags(number);
      default -> {
        return at.undecided("statement `" + text() + "` is not modelled");
      }
    }
    return NftVerdict.CONTINUED;
  }

  @Override
  public boolean needsConntrack() {
    return target.needsConntrack() || value.needsConntrack();
  }

  @Override
  public String text() {
    return target.text() + " set " + value.text();
  }
}
