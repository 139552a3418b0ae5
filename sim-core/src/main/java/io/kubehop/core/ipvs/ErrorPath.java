package io.kubehop.core.ipvs;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.QuotedPacket;

/**
 * What happens to ICMP errors about packets of connections (ip_vs_in_icmp, ip_vs_out_icmp). They
 * leave states and timers alone.
 */
final class ErrorPath {
  private static final int DESTINATION_UNREACHABLE = 3;
  private static final int SOURCE_QUENCH = 4;
  private static final int TIME_EXCEEDED = 11;
  private static final int FIRST_V6_INFORMATION = 128;

  private final IpvsConnectionTable connections;

  ErrorPath(IpvsConnectionTable connections) {
    this.connections = connections;
  }

  /** Whether the packet is an error that IPVS looks into. */
  static boolean isError(Packet packet) {
    int type = packet.icmpType();
    if (packet.is(Protocol.ICMP)) {
      return type == DESTINATION_UNREACHABLE || type == SOURCE_QUENCH || type == TIME_EXCEEDED;
    }
    return packet.is(Protocol.ICMPV6) && type < FIRST_V6_INFORMATION;
  }

  /** An error from the client's side about a reply: it goes on to the real server. */
  IpvsVerdict takeIn(IpvsPacket carrier) {
    QuotedPacket quoted = carrier.packet().quoted();
    IpvsConnection connection =
        quoted == null ? null : connections.findRequestOfQuotedReply(quoted.tuple());
    if (quoted == null || connection == null) {
      return IpvsVerdict.ACCEPT;
    }
    Translation.ofErrorToServer(connection, carrier.packet(), quoted);
    carrier.setIpvsConnection(connection);
    return IpvsVerdict.FORWARD;
  }

  /** An error from the server's side about a request: it goes back to the client. */
  IpvsVerdict takeOut(IpvsPacket carrier) {
    QuotedPacket quoted = carrier.packet().quoted();
    IpvsConnection connection =
        quoted == null ? null : connections.findReplyOfQuotedRequest(quoted.tuple());
    if (quoted != null && connection != null) {
      Translation.ofErrorToClient(connection, carrier.packet(), quoted);
      carrier.setIpvsConnection(connection);
    }
    return IpvsVerdict.ACCEPT;
  }
}
