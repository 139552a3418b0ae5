package io.kubehop.core.nftables.set;

import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.Notation;
import io.kubehop.core.nftables.value.ValueType;

/** Values between two, as nft writes them: one value, a prefix, or a range. */
public final class RangeText {
  private RangeText() {}

  /** The values of a type between those of two keys at a place. */
  public static String print(ValueType type, Key from, Key to, int at) {
    if (from.compare(at, to) == 0) {
      return type.print(from.high(at), from.low(at));
    }
    int length = prefixLength(type, from, to, at);
    if (length >= 0 && type.notation() == Notation.NAME && length % 8 == 0) {
      return '"' + Notation.nameOf(from.high(at), from.low(at)) + "*\"";
    }
    boolean address = type.notation() == Notation.IPV4 || type.notation() == Notation.IPV6;
    if (length >= 0 && address) {
      return type.print(from.high(at), from.low(at)) + "/" + length;
    }
    return type.print(from.high(at), from.low(at)) + "-" + type.print(to.high(at), to.low(at));
  }

  /** The length of the prefix that all values between two have, if they are all of it; else -1. */
  private static int prefixLength(ValueType type, Key from, Key to, int at) {
    long high = from.high(at) ^ to.high(at);
    long low = from.low(at) ^ to.low(at);
    boolean mask = high == 0 ? (low & (low + 1)) == 0 : low == -1L && (high & (high + 1)) == 0;
    boolean aligned = (from.high(at) & high) == 0 && (from.low(at) & low) == 0;
    if (!mask || !aligned) {
      return -1;
    }
    return type.bits() - Long.bitCount(high) - Long.bitCount(low);
  }
}
