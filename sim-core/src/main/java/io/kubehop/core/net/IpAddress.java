package io.kubehop.core.net;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;

/**
 * An IP address as 128 bits. An IPv4 address a.b.c.d is held as ::ffff:a.b.c.d (RFC 4291, 2.5.5.2),
 * so that hot paths compare two {@code long}s whatever the family.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
  private static final long V4_PREFIX = 0xffff_0000_0000L;

  /** 0.0.0.0. */
  public static final IpAddress ANY_V4 = ofV4(0);

  /** ::. */
  public static final IpAddress ANY_V6 = new IpAddress(0, 0);

  /** 127.0.0.1. */
  public static final IpAddress LOOPBACK_V4 = ofV4(0x7f000001);

  /** ::1. */
  public static final IpAddress LOOPBACK_V6 = new IpAddress(0, 1);

  /** An IPv4 address from its 32 bits. */
  public static IpAddress ofV4(int bits) {
    return new IpAddress(0, V4_PREFIX | Integer.toUnsignedLong(bits));
  }

  /**
   * Reads the textual form of RFC 4291 or dotted decimal (four numbers without leading zeros).
   *
   * @throws IllegalArgumentException if the text is not an address
   */
  public static IpAddress parse(String text) {
    if (!InetAddresses.isInetAddress(text) || text.indexOf('%') >= 0) {
      throw new IllegalArgumentException("'" + text + "' is not an IP address");
    }
    return ofBytes(InetAddresses.forString(text).getAddress());
  }

  /** Whether the text is an address that {@link #parse} reads. */
  public static boolean isAddress(String text) {
    return text.indexOf('%') < 0 && InetAddresses.isInetAddress(text);
  }

  /**
   * An address from its bytes in network order.
   *
   * @param bytes 4 or 16 of them
   */
  public static IpAddress ofBytes(byte[] bytes) {
    if (bytes.length == 4) {
      return ofV4((int) readBits(bytes, 0, 4));
    }
    return new IpAddress(readBits(bytes, 0, 8), readBits(bytes, 8, 8));
  }

  private static long readBits(byte[] bytes, int from, int count) {
    long bits = 0;
    for (int i = from; i < from + count; i++) {
      bits = bits << 8 | (bytes[i] & 0xff);
    }
    return bits;
  }

  /** Whether two halves hold an IPv4 address. */
  public static boolean isV4(long high, long low) {
    return high == 0 && low >>> 32 == 0xffff;
  }

  /** Whether this is an IPv4 address. */
  public boolean isV4() {
    return isV4(high, low);
  }

  /** The family. */
  public IpFamily family() {
    return isV4() ? IpFamily.IPV4 : IpFamily.IPV6;
  }

  /** The 32 bits of an IPv4 address. */
  public int v4Bits() {
    return (int) low;
  }

  /** Whether this is 0.0.0.0 or ::. */
  public boolean isAny() {
    return equals(ANY_V4) || equals(ANY_V6);
  }

  /** Whether two halves hold an address in 127.0.0.0/8, or ::1. */
  public static boolean isLoopback(long high, long low) {
    return isV4(high, low) ? (low >>> 24 & 0xff) == 127 : high == 0 && low == 1;
  }

  /** Whether this is in 127.0.0.0/8, or ::1. */
  public boolean isLoopback() {
    return isLoopback(high, low);
  }

  /** Whether two halves hold an address in 224.0.0.0/4 or ff00::/8. */
  public static boolean isMulticast(long high, long low) {
    return isV4(high, low) ? (low >>> 28 & 0xf) == 0xe : high >>> 56 == 0xff;
  }

  /** Whether this is a link-local address, 169.254.0.0/16 or fe80::/10. */
  public boolean isLinkLocal() {
    return isV4() ? (low >>> 16 & 0xffff) == 0xa9fe : high >>> 54 == 0x3fa;
  }

  /** The address that lies {@code offset} after this one, in the same family. */
  public IpAddress plus(long offset) {
    if (isV4()) {
      return ofV4((int) (low + offset));
    }
    long sum = low + offset;
    boolean carry = Long.compareUnsigned(sum, low) < 0;
    return new IpAddress(carry ? high + 1 : high, sum);
  }

  /** The bytes in network order: 4 or 16. */
  public byte[] toBytes() {
    int length = isV4() ? 4 : 16;
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int fromEnd = length - 1 - i;
      bytes[i] = (byte) (fromEnd < 8 ? low >>> (8 * fromEnd) : high >>> (8 * (fromEnd - 8)));
    }
    return bytes;
  }

  /**
   * Orders as unsigned 128-bit numbers: every IPv4 address stands between :: and the IPv6 addresses
   * in use.
   */
  @Override
  public int compareTo(IpAddress other) {
    return compareTo(other.high, other.low);
  }

  /** Compares with an address given by its halves. */
  public int compareTo(long otherHigh, long otherLow) {
    int byHigh = Long.compareUnsigned(high, otherHigh);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
  }

  /** Writes two halves as text without making an {@code IpAddress}. */
  public static String toString(long high, long low) {
    return new IpAddress(high, low).toString();
  }

  /** Dotted decimal, or the canonical form of RFC 5952. */
  @Override
  public String toString() {
    if (isV4()) {
      int bits = v4Bits();
      return (bits >>> 24)
          + "."
          + (bits >>> 16 & 0xff)
          + "."
          + (bits >>> 8 & 0xff)
          + "."
          + (bits & 0xff);
    }
    return InetAddresses.toAddrString(
        InetAddresses.fromIPv6BigInteger(new BigInteger(1, toBytes())));
  }
}
