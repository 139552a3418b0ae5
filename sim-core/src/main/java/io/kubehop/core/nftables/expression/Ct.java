package io.kubehop.core.nftables.expression;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/**
 * Something of a packet's connection ({@code ct}, net/netfilter/nft_ct.c). A packet without a
 * connection has a state and nothing else.
 *
 * @param key what
 * @param direction {@code original } or {@code reply } for an end of one direction, else empty
 * @param types its type
 */
public record Ct(CtKey key, String direction, List<ValueType> types) implements Expression {
  private static final int INVALID = 1;
  private static final int UNTRACKED = 0x40;
  private static final long MILLISECOND = 1_000_000;

  /** Reads one thing. */
  public static Ct of(CtKey key, String direction) {
    return new Ct(key, direction, List.of(key.type()));
  }

  @Override
  public int load(Evaluation at, Key into) {
    Skb skb = at.skb();
    if (key == CtKey.STATE) {
      into.push(0, state(skb));
      return LOADED;
    }
    Connection connection = skb.connection();
    if (connection == null) {
      return ABSENT;
    }
    if (key.isOfDirection()) {
      boolean reply = direction.startsWith("reply");
      return loadEnd(reply ? connection.replyTuple() : connection.originalTuple(), into);
    }
    into.push(0, number(at, skb, connection));
    return LOADED;
  }

  /** A packet that was not looked up yet counts as invalid. */
  private static long state(Skb skb) {
    return switch (skb.ctState()) {
      case NEW -> 8;
      case ESTABLISHED -> 2;
      case RELATED -> 4;
      case UNTRACKED -> UNTRACKED;
      case INVALID, NONE -> INVALID;
    };
  }

  private long number(Evaluation at, Skb skb, Connection connection) {
    return switch (key) {
      case DIRECTION -> skb.isReply() ? 1 : 0;
      case STATUS -> status(connection);
      case MARK -> Integer.toUnsignedLong(connection.mark());
      case EXPIRATION -> Math.max(0, connection.expiry() - at.host().now()) / MILLISECOND;
      case L3PROTO -> at.isV4() ? 2 : 10;
      case PROTOCOL -> connection.protocol();
      default -> throw new IllegalStateException(key + " is an end");
    };
  }

  private static long status(Connection connection) {
    return (connection.hasSeenReply() ? 2 : 0)
        | (connection.isAssured() ? 4 : 0)
        | (connection.isConfirmed() ? 8 : 0)
        | (connection.hasSourceNat() ? 0x10 : 0)
        | (connection.hasDestinationNat() ? 0x20 : 0)
        | (connection.isNatDone(NatKind.SOURCE) ? 0x80 : 0)
        | (connection.isNatDone(NatKind.DESTINATION) ? 0x100 : 0);
  }

  private int loadEnd(FiveTuple tuple, Key into) {
    switch (key) {
      case PROTO_SRC -> into.push(0, tuple.sourcePort());
      case PROTO_DST -> into.push(0, tuple.destinationPort());
      case IP_SADDR, IP6_SADDR -> {
        return loadAddress(tuple.source(), into);
      }
      default -> {
        return loadAddress(tuple.destination(), into);
      }
    }
    return LOADED;
  }

  private int loadAddress(IpAddress address, Key into) {
    boolean v4 = key.type().bits() == 32;
    if (address.isV4() != v4) {
      return ABSENT;
    }
    into.push(v4 ? 0 : address.high(), v4 ? address.low() & 0xffff_ffffL : address.low());
    return LOADED;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }

  @Override
  public String text() {
    return "ct " + direction + key.word();
  }
}
