package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.value.ValueType;
import io.kubehop.core.nftables.value.ValueTypes;
import org.jspecify.annotations.Nullable;

/** What {@link Ct} can read. */
public enum CtKey {
  /** What the packet is to its connection. */
  STATE("state", ValueTypes.CT_STATE),
  /** The direction that the packet travels in. */
  DIRECTION("direction", ValueTypes.CT_DIR),
  /** What was seen of the connection. */
  STATUS("status", ValueTypes.CT_STATUS),
  /** The connection mark. */
  MARK("mark", ValueTypes.MARK),
  /** In how long the connection will be forgotten. */
  EXPIRATION("expiration", ValueTypes.TIME),
  /** The address family. */
  L3PROTO("l3proto", ValueTypes.NF_PROTO),
  /** The transport protocol. */
  PROTOCOL("protocol", ValueTypes.INET_PROTO),
  /** The IPv4 source address of a direction. */
  IP_SADDR("ip saddr", ValueTypes.IPV4_ADDR),
  /** The IPv4 destination address of a direction. */
  IP_DADDR("ip daddr", ValueTypes.IPV4_ADDR),
  /** The IPv6 source address of a direction. */
  IP6_SADDR("ip6 saddr", ValueTypes.IPV6_ADDR),
  /** The IPv6 destination address of a direction. */
  IP6_DADDR("ip6 daddr", ValueTypes.IPV6_ADDR),
  /** The source port of a direction. */
  PROTO_SRC("proto-src", ValueTypes.INET_SERVICE),
  /** The destination port of a direction. */
  PROTO_DST("proto-dst", ValueTypes.INET_SERVICE);

  private static final CtKey[] VALUES = values();
  private final String word;
  private final ValueType type;

  CtKey(String word, ValueType type) {
    this.word = word;
    this.type = type;
  }

  /** The word or words that stand for it. */
  public String word() {
    return word;
  }

  /** The type of its values. */
  public ValueType type() {
    return type;
  }

  /** Whether it is an end of one direction. */
  public boolean isOfDirection() {
    return ordinal() >= IP_SADDR.ordinal();
  }

  /** The key of a word or two, or null. */
  public static @Nullable CtKey of(String word) {
    for (CtKey key : VALUES) {
      if (key.word.equals(word)) {
        return key;
      }
    }
    return null;
  }
}
