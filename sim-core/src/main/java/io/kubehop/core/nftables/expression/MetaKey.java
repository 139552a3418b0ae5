package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.value.ValueType;
import io.kubehop.core.nftables.value.ValueTypes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@link Meta} can read. */
public enum MetaKey {
  /** The packet mark. */
  MARK(ValueTypes.MARK),
  /** The interface it came in by. */
  IIF(ValueTypes.IFACE_INDEX),
  /** The interface it goes out by. */
  OIF(ValueTypes.IFACE_INDEX),
  /** The name of the interface it came in by. */
  IIFNAME(ValueTypes.IFNAME),
  /** The name of the interface it goes out by. */
  OIFNAME(ValueTypes.IFNAME),
  /** The transport protocol. */
  L4PROTO(ValueTypes.INET_PROTO),
  /** The address family. */
  NFPROTO(ValueTypes.NF_PROTO),
  /** The protocol of the frame. */
  PROTOCOL(ValueTypes.ETHER_TYPE),
  /** The length of the packet in bytes. */
  LENGTH(ValueType.integer(32)),
  /** To whom its frame was addressed. */
  PKTTYPE(ValueTypes.PKT_TYPE),
  /** 32 random bits. */
  RANDOM(ValueType.integer(32)),
  /** The user of the socket that made it. */
  SKUID(ValueTypes.UID),
  /** The group of the socket that made it. */
  SKGID(ValueTypes.GID);

  private static final MetaKey[] VALUES = values();
  private final ValueType type;
  private final String word = name().toLowerCase(Locale.ROOT);

  MetaKey(ValueType type) {
    this.type = type;
  }

  /** The type of its values. */
  public ValueType type() {
    return type;
  }

  /** The key of a word, or null. */
  public static @Nullable MetaKey of(String word) {
    for (MetaKey key : VALUES) {
      if (key.word.equals(word)) {
        return key;
      }
    }
    return null;
  }

  /** Whether it is written without {@code meta}. */
  public boolean isShort() {
    return this == IIF || this == OIF || this == IIFNAME || this == OIFNAME;
  }

  /** As a rule says it. */
  @Override
  public String toString() {
    return isShort() ? word : "meta " + word;
  }
}
