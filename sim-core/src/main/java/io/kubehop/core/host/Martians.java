package io.kubehop.core.host;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Packets whose addresses cannot be right where they come in (fib_validate_source in
 * net/ipv4/fib_frontend.c).
 */
final class Martians {
  /** Why a packet that {@link #isConfined} is thrown away. */
  static final String CONFINED =
      "a source in 127.0.0.0/8 leaves by no other interface while route_localnet is 0";

  private Martians() {}

  /** Why a packet is thrown away, or null if its addresses are fine. */
  static @Nullable String reason(Host host, NetworkInterface in, Packet packet) {
    if (in == host.loopback()) {
      return null;
    }
    long sourceHigh = packet.sourceHigh();
    long sourceLow = packet.sourceLow();
    boolean loopbackInvolved =
        IpAddress.isLoopback(sourceHigh, sourceLow)
            || IpAddress.isLoopback(packet.destinationHigh(), packet.destinationLow());
    if (loopbackInvolved && (!packet.isV4() || host.sysctl(Sysctl.ROUTE_LOCALNET) == 0)) {
      return "martian: a loopback address came in by " + in.name() + " while route_localnet is 0";
    }
    if (packet.isV4()
        && host.isLocal(sourceHigh, sourceLow)
        && host.sysctl(Sysctl.ACCEPT_LOCAL) == 0) {
      return "martian: the source address is this host's own";
    }
    return reversePathFailure(host, in, packet);
  }

  /** Whether the source is one that leaves by the loopback interface only (__mkroute_output). */
  static boolean isConfined(Host host, Packet packet) {
    return packet.isV4()
        && IpAddress.isLoopback(packet.sourceHigh(), packet.sourceLow())
        && host.sysctl(Sysctl.ROUTE_LOCALNET) == 0;
  }

  private static @Nullable String reversePathFailure(
      Host host, NetworkInterface in, Packet packet) {
    int mode = packet.isV4() ? host.sysctl(Sysctl.RP_FILTER) : 0;
    if (mode == 0) {
      return null;
    }
    Route back = host.routes().find(packet.sourceHigh(), packet.sourceLow());
    if (back == null
        || back.kind() != RouteKind.UNICAST
        || (mode == 1 && !in.name().equals(back.device()))) {
      return "rp_filter is " + mode + ", and the way back to the source is not by " + in.name();
    }
    return null;
  }
}
