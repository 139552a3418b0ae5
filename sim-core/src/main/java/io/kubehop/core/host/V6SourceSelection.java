package io.kubehop.core.host;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which of its IPv6 addresses a host sends from (RFC 6724, section 5; ipv6_dev_get_saddr in
 * net/ipv6/addrconf.c). Addresses of all interfaces compete, not only those of the outgoing one,
 * unless the destination is link-local or the loopback address.
 */
final class V6SourceSelection {
  private static final Cidr UNIQUE_LOCAL = Cidr.parse("fc00::/7");

  private V6SourceSelection() {}

  /** The address towards a destination by an interface; null if there is none. */
  static @Nullable IpAddress towards(Host host, NetworkInterface out, long high, long low) {
    IpAddress best = null;
    int bestScore = -1;
    for (NetworkInterface device : host.interfaces()) {
      if (isLinkScoped(high, low) ? device != out : device == host.loopback()) {
        continue;
      }
      for (IpAddress candidate : device.addresses()) {
        int score = score(device, candidate, out, high, low);
        if (score > bestScore) {
          best = candidate;
          bestScore = score;
        }
      }
    }
    return best;
  }

  /**
   * Higher is better: each rule weighs more than all behind it; -1 for addresses that cannot be.
   */
  private static int score(
      NetworkInterface device, IpAddress candidate, NetworkInterface out, long high, long low) {
    if (candidate.isV4() || (candidate.isLinkLocal() && device != out)) {
      return -1;
    }
    boolean same = candidate.high() == high && candidate.low() == low;
    boolean linkScoped = isLinkScoped(high, low);
    boolean sameScope = isLinkScoped(candidate.high(), candidate.low()) == linkScoped;
    if (!sameScope && candidate.isLinkLocal()) {
      return -1;
    }
    boolean sameLabel = UNIQUE_LOCAL.contains(candidate) == UNIQUE_LOCAL.contains(high, low);
    int common = commonPrefix(candidate, high, low);
    return (same ? 1 << 11 : 0)
        + (sameScope ? 1 << 10 : 0)
        + (device == out ? 1 << 9 : 0)
        + (sameLabel ? 1 << 8 : 0)
        + Math.min(common, device.prefixLength(candidate));
  }

  /** The loopback address has the scope of a link (ipv6_addr_type in net/ipv6/addrconf_core.c). */
  private static boolean isLinkScoped(long high, long low) {
    return high >>> 54 == 0x3fa || (high == 0 && low == 1);
  }

  private static int commonPrefix(IpAddress candidate, long high, long low) {
    long upper = candidate.high() ^ high;
    return upper != 0
        ? Long.numberOfLeadingZeros(upper)
        : 64 + Long.numberOfLeadingZeros(candidate.low() ^ low);
  }
}
