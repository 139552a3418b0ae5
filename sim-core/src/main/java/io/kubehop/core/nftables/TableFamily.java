package io.kubehop.core.nftables;

import io.kubehop.core.net.IpFamily;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The address family of a table: which packets it sees. */
public enum TableFamily {
  /** IPv4. */
  IP,
  /** IPv6. */
  IP6,
  /** Both. */
  INET,
  /** ARP, which nothing here sends. */
  ARP,
  /** What a bridge switches, which nothing here does. */
  BRIDGE,
  /** What comes in or goes out by an interface. */
  NETDEV;

  /** The family of a name such as {@code ip6}, or null. */
  public static @Nullable TableFamily of(String name) {
    return switch (name) {
      case "ip" -> IP;
      case "ip6" -> IP6;
      case "inet" -> INET;
      case "arp" -> ARP;
      case "bridge" -> BRIDGE;
      case "netdev" -> NETDEV;
      default -> null;
    };
  }

  /** Whether its chains at the five hooks see routed packets of a family. */
  public boolean sees(IpFamily family) {
    return switch (this) {
      case IP -> family == IpFamily.IPV4;
      case IP6 -> family == IpFamily.IPV6;
      case INET -> true;
      case ARP, BRIDGE, NETDEV -> false;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
