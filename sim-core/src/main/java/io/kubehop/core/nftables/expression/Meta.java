package io.kubehop.core.nftables.expression;

import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.Notation;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the host knows of a packet ({@code meta}, net/netfilter/nft_meta.c).
 *
 * @param key what
 * @param types its type
 */
public record Meta(MetaKey key, List<ValueType> types) implements Expression {
  private static final long NFPROTO_IPV4 = 2;
  private static final long NFPROTO_IPV6 = 10;

  /** Reads one thing. */
  public static Meta of(MetaKey key) {
    return new Meta(key, List.of(key.type()));
  }

  @Override
  public int load(Evaluation at, Key into) {
    Skb skb = at.skb();
    switch (key) {
      case IIFNAME, IIF -> pushName(skb.inDevice(), into);
      case OIFNAME, OIF -> pushName(skb.outDevice(), into);
      case SKUID, SKGID -> {
        if (!skb.hasSocket()) {
          return ABSENT;
        }
        into.push(0, key == MetaKey.SKUID ? skb.socketUid() : skb.socketGid());
      }
      default -> into.push(0, number(at, skb));
    }
    return LOADED;
  }

  private long number(Evaluation at, Skb skb) {
    Packet packet = skb.packet();
    return switch (key) {
      case MARK -> Integer.toUnsignedLong(skb.mark());
      case L4PROTO -> packet.protocol();
      case NFPROTO -> packet.isV4() ? NFPROTO_IPV4 : NFPROTO_IPV6;
      case PROTOCOL -> packet.isV4() ? 0x0800 : 0x86dd;
      case LENGTH -> packet.length();
      case PKTTYPE -> 0;
      case RANDOM -> at.host().statisticStream().nextBits(32);
      default -> throw new IllegalStateException(key + " is no number");
    };
  }

  /** A hook without that direction has the empty name. */
  private static void pushName(@Nullable String device, Key into) {
    if (device == null) {
      into.push(0, 0);
    } else {
      into.push(Notation.nameHigh(device), Notation.nameLow(device));
    }
  }

  @Override
  public String text() {
    return key.toString();
  }
}
