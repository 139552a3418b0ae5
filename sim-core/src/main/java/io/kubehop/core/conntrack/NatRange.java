package io.kubehop.core.conntrack;

import io.kubehop.core.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a NAT target asks for, as {@code struct nf_nat_range2}
 * (include/uapi/linux/netfilter/nf_nat.h).
 *
 * @param minAddress first address to map to; null keeps the address
 * @param maxAddress last address to map to; null exactly if {@code minAddress} is
 * @param minPort first port, or -1 to leave ports to themselves
 * @param maxPort last port, or -1
 * @param basePort with {@code DNAT --to-destination :a-b/base}, the port that maps to the first
 *     one; else -1
 * @param random {@code --random}: a random port of the range
 * @param fullyRandom {@code --random-fully}: a random port even where the old one is free
 * @param persistent {@code --persistent}: choose the address by the client's address alone
 * @param netmapPrefixLength for NETMAP, the length of the prefix that is replaced; else -1
 */
public record NatRange(
    @Nullable IpAddress minAddress,
    @Nullable IpAddress maxAddress,
    int minPort,
    int maxPort,
    int basePort,
    boolean random,
    boolean fullyRandom,
    boolean persistent,
    int netmapPrefixLength) {

  /** One address, ports left to themselves. */
  public static NatRange ofAddress(IpAddress address) {
    return new NatRange(address, address, -1, -1, -1, false, false, false, -1);
  }

  /** One address and one port. */
  public static NatRange ofSocket(IpAddress address, int port) {
    return new NatRange(address, address, port, port, -1, false, false, false, -1);
  }

  /** Whether addresses are mapped. */
  public boolean mapsAddress() {
    return minAddress != null;
  }

  /** Whether ports are mapped. */
  public boolean mapsPorts() {
    return minPort >= 0;
  }
}
