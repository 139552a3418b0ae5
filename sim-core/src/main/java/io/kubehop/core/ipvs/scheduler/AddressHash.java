package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.IpAddress;

/** What sh, dh and mh make of an address: 32 bits in the ordinary reading, whatever the family. */
final class AddressHash {
  private static final int GOLDEN_RATIO_32 = 0x61C88647;

  private AddressHash() {}

  /** An IPv4 address as it is; of an IPv6 address the four words, XORed. */
  static int fold(long high, long low) {
    if (IpAddress.isV4(high, low)) {
      return (int) low;
    }
    long both = high ^ low;
    return (int) (both ^ (both >>> 32));
  }

  /** Multiplicative hashing (hash_32, include/linux/hash.h): the upper bits of the product. */
  static int multiplicative(int value, int bits) {
    return (value * GOLDEN_RATIO_32) >>> (32 - bits);
  }
}
