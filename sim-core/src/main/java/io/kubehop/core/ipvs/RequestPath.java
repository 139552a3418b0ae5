package io.kubehop.core.ipvs;

import io.kubehop.core.net.Packet;
import io.kubehop.core.time.RefCell;
import org.jspecify.annotations.Nullable;

/** What happens to packets for virtual servers (ip_vs_in_hook). */
final class RequestPath {
  private final VirtualServerTable services;
  private final IpvsConnectionTable connections;
  private final ConnectionOpener opener;
  private final RefCell<IpvsSysctls> sysctls;
  private final RefCell<IpvsTimeouts> timeouts;

  RequestPath(
      VirtualServerTable services,
      IpvsConnectionTable connections,
      ConnectionOpener opener,
      RefCell<IpvsSysctls> sysctls,
      RefCell<IpvsTimeouts> timeouts) {
    this.services = services;
    this.connections = connections;
    this.opener = opener;
    this.sysctls = sysctls;
    this.timeouts = timeouts;
  }

  IpvsVerdict take(IpvsPacket carrier) {
    IpvsConnection known = connections.findRequest(carrier.packet());
    if (known == null) {
      return schedule(carrier);
    }
    boolean available = known.server().isAvailable();
    boolean anew =
        (Transitions.isCall(carrier.packet()) && mayBeRescheduled(known))
            || (!available && sysctls.get().expireNodestConn());
    if (!anew) {
      return available ? forward(known, carrier) : IpvsVerdict.DROP;
    }
    connections.expireSoon(known);
    if (carrier.isTracked()) {
      return IpvsVerdict
          .DROP; // its entry in connection tracking cannot be turned to another server
    }
    known.setUsesConntrack(false); // the entry that it leaves behind is the new connection's
    return schedule(carrier);
  }

  /** Whether a client that calls from the port of a known connection is given a server anew. */
  private boolean mayBeRescheduled(IpvsConnection known) {
    IpvsSysctls settings = sysctls.get();
    if (settings.expireNodestConn() && known.server().weight() == 0) {
      return true;
    }
    return settings.connReuseMode() != 0
        && known.template() == null
        && Transitions.isOver(known, settings.connReuseMode());
  }

  private IpvsVerdict schedule(IpvsPacket carrier) {
    Packet packet = carrier.packet();
    VirtualServer service = Transitions.mayBegin(packet) ? find(carrier) : null;
    if (service == null || mustNotBeScheduled(carrier)) {
      return IpvsVerdict.ACCEPT;
    }
    IpvsConnection connection = opener.open(service, carrier);
    if (connection != null) {
      return forward(connection, carrier);
    }
    // Packets to other ports of an FTP server's address are not IPVS's to refuse.
    boolean otherPortOfFtp =
        service.key().port() == VirtualServerTable.FTP_PORT
            && packet.destinationPort() != VirtualServerTable.FTP_PORT;
    return otherPortOfFtp ? IpvsVerdict.ACCEPT : IpvsVerdict.REFUSE;
  }

  private @Nullable VirtualServer find(IpvsPacket carrier) {
    Packet packet = carrier.packet();
    return services.find(
        carrier.mark(),
        packet.protocol(),
        packet.destinationHigh(),
        packet.destinationLow(),
        packet.destinationPort());
  }

  /**
   * Data connections of FTP are the server's to begin; and an answer of a server on this host is
   * not a call.
   */
  private boolean mustNotBeScheduled(IpvsPacket carrier) {
    return carrier.packet().sourcePort() == VirtualServerTable.FTP_DATA_PORT
        || (carrier.isFromThisHost() && connections.findReversedRequest(carrier.packet()) != null);
  }

  private IpvsVerdict forward(IpvsConnection connection, IpvsPacket carrier) {
    Transitions.follow(connection, carrier.packet(), Direction.INPUT, timeouts.get());
    Translation.ofRequest(connection, carrier.packet());
    carrier.setIpvsConnection(connection);
    connections.release(connection);
    return IpvsVerdict.FORWARD;
  }
}
