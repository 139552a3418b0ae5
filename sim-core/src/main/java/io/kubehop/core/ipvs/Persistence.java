package io.kubehop.core.ipvs;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;

/**
 * That clients keep their server for a while ({@code ipvsadm -p}).
 *
 * @param timeoutSeconds for how long after a client's last new connection, in seconds
 * @param highMask which of the upper 64 bits of an address tell clients apart
 * @param lowMask which of the lower 64 bits do
 */
public record Persistence(int timeoutSeconds, long highMask, long lowMask) {
  private static final long NOT_IN_V4_BITS = -1L << 32;

  /** Checks the timeout. */
  public Persistence {
    if (timeoutSeconds < 1) {
      throw new IllegalArgumentException(
          "persistence timeout " + timeoutSeconds + " s is not 1 or more");
    }
  }

  /** Every address is a client of its own. */
  public static Persistence perClient(int timeoutSeconds) {
    return new Persistence(timeoutSeconds, -1, -1);
  }

  /** IPv4 clients are told apart by the bits of a mask, such as {@code 0xffffff00}. */
  public static Persistence perMask(int timeoutSeconds, int mask) {
    return new Persistence(timeoutSeconds, -1, NOT_IN_V4_BITS | Integer.toUnsignedLong(mask));
  }

  /** IPv6 clients are told apart by the first bits of their addresses. */
  public static Persistence perPrefix(int timeoutSeconds, int length) {
    Cidr prefix = new Cidr(IpAddress.ANY_V6, length);
    return new Persistence(timeoutSeconds, prefix.highMask(), prefix.lowMask());
  }

  /** Whether every address is a client of its own. */
  public boolean isPerClient() {
    return highMask == -1 && lowMask == -1;
  }

  /** The mask over the 32 bits of an IPv4 address. */
  public int v4Mask() {
    return (int) lowMask;
  }

  /** The number of leading bits that count of an IPv6 address. */
  public int v6PrefixLength() {
    return Long.bitCount(highMask) + Long.bitCount(lowMask);
  }
}
