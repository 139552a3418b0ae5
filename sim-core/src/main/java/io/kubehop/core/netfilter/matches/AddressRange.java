package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.IpAddress;

/**
 * Addresses from one to another.
 *
 * @param inverted whether the address must lie outside
 * @param from the first
 * @param to the last
 */
public record AddressRange(boolean inverted, IpAddress from, IpAddress to) {

  /** Whether an address, given by its halves, is meant. */
  public boolean contains(long high, long low) {
    boolean inside =
        !isLess(high, low, from.high(), from.low()) && !isLess(to.high(), to.low(), high, low);
    return inside != inverted;
  }

  private static boolean isLess(long high, long low, long otherHigh, long otherLow) {
    return high == otherHigh
        ? Long.compareUnsigned(low, otherLow) < 0
        : Long.compareUnsigned(high, otherHigh) < 0;
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}
