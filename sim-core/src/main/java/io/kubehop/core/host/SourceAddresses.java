package io.kubehop.core.host;

import io.kubehop.core.net.IpAddress;
import org.jspecify.annotations.Nullable;

/** Which of its addresses a host sends from (inet_select_addr in net/ipv4/devinet.c). */
final class SourceAddresses {
  private SourceAddresses() {}

  /**
   * The source address of a packet that the host itself sends to a destination; null if there is no
   * route or no address.
   */
  static @Nullable IpAddress towards(Host host, long high, long low) {
    if (IpAddress.isLoopback(high, low)) {
      return IpAddress.isV4(high, low) ? IpAddress.LOOPBACK_V4 : IpAddress.LOOPBACK_V6;
    }
    if (host.isLocal(high, low)) {
      return new IpAddress(high, low);
    }
    Route route = host.routes().find(high, low);
    if (route == null || route.kind() != RouteKind.UNICAST || route.device() == null) {
      return null;
    }
    IpAddress preferred = route.source();
    if (preferred != null) {
      return preferred;
    }
    NetworkInterface out = host.networkInterface(route.device());
    if (out != null && !IpAddress.isV4(high, low)) {
      return V6SourceSelection.towards(host, out, high, low);
    }
    IpAddress gateway = route.gateway();
    return out == null
        ? null
        : of(
            host,
            out,
            gateway == null ? high : gateway.high(),
            gateway == null ? low : gateway.low());
  }

  /**
   * The address of an outgoing interface towards a next hop; if it has none, the host's primary
   * one.
   */
  static @Nullable IpAddress of(
      Host host, NetworkInterface out, long nextHopHigh, long nextHopLow) {
    // The addresses of lo have host scope, and are never chosen for others.
    IpAddress own = out == host.loopback() ? null : out.sourceTowards(nextHopHigh, nextHopLow);
    return own != null ? own : host.primaryAddress(IpAddress.isV4(nextHopHigh, nextHopLow));
  }
}
