package io.kubehop.core.conntrack;

import io.kubehop.core.net.IpAddress;

/**
 * Which address of a NAT range a connection gets: a hash, the same for the same client each time
 * (find_best_ips_proto).
 */
final class AddressSpread {
  private AddressSpread() {}

  static IpAddress choose(
      Tuple tuple, NatKind kind, IpAddress min, IpAddress max, boolean persistent) {
    int[] source = words(tuple.sourceHigh, tuple.sourceLow);
    int[] destination = words(tuple.destinationHigh, tuple.destinationLow);
    int[] first = words(min.high(), min.low());
    int[] last = words(max.high(), max.low());
    int lastWord = min.isV4() ? 0 : 3;
    int hash =
        JenkinsHash.hash4(
            swapped(source[0]),
            swapped(source[1]),
            swapped(source[2]),
            swapped(source[3]),
            persistent ? 0 : swapped(destination[lastWord]));
    int[] chosen = new int[4];
    boolean fullRange = false;
    for (int i = 0; i <= lastWord; i++) {
      int from = fullRange ? 0 : first[i];
      long distance = fullRange ? 0xffff_ffffL : Integer.toUnsignedLong(last[i] - first[i]) + 1;
      chosen[i] = from + (int) ((Integer.toUnsignedLong(hash) * distance) >>> 32);
      fullRange |= chosen[i] != last[i];
      if (!persistent) {
        // The kernel writes the destination in place, and so goes on with the chosen one.
        hash ^= swapped(kind == NatKind.DESTINATION ? chosen[i] : destination[i]);
      }
    }
    if (min.isV4()) {
      return IpAddress.ofV4(chosen[0]);
    }
    return new IpAddress(join(chosen[0], chosen[1]), join(chosen[2], chosen[3]));
  }

  /** The four 32-bit words of union nf_inet_addr; an IPv4 address fills the first alone. */
  private static int[] words(long high, long low) {
    if (IpAddress.isV4(high, low)) {
      return new int[] {(int) low, 0, 0, 0};
    }
    return new int[] {(int) (high >>> 32), (int) high, (int) (low >>> 32), (int) low};
  }

  /**
   * The words are in network order and the kernel hashes them as a little-endian machine reads
   * them.
   */
  private static int swapped(int word) {
    return Integer.reverseBytes(word);
  }

  private static long join(int upper, int lower) {
    return (long) upper << 32 | Integer.toUnsignedLong(lower);
  }
}
