package io.kubehop.core.ipvs;

import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/** What happens to packets for virtual servers (ip_vs_in_hook). */
final class RequestPath {
  private final VirtualServerTable services;
  private final IpvsConnectionTable connections;
  private final ConnectionOpener opener;
  private final IpvsSettings settings;

  RequestPath(
      VirtualServerTable services,
      IpvsConnectionTable connections,
      ConnectionOpener opener,
      IpvsSettings settings) {
    this.services = services;
    this.connections = connections;
    this.opener = opener;
    this.settings = settings;
  }

  IpvsVerdict take(IpvsPacket carrier) {
    IpvsConnection known = connections.findRequest(carrier.packet());
    if (known == null) {
      return schedule(carrier);
    }
    boolean available = known.server().isAvailable();
    boolean called = Transitions.isCall(carrier.packet()) && mayBeRescheduled(known);
    boolean lost = !available && settings.sysctls().expireNodestConn();
    if (!called && !lost) {
      return available ? forward(known, carrier) : IpvsVerdict.DROP;
    }
    connections.expireSoon(known);
    if (isHeldByConntrack(known, carrier)) {
      return IpvsVerdict.DROP;
    }
    known.setUsesConntrack(false); // the entry that it leaves behind is the new connection's
    return schedule(carrier);
  }

  /** Whether a client that calls from the port of a known connection is given a server anew. */
  private boolean mayBeRescheduled(IpvsConnection known) {
    IpvsSysctls sysctls = settings.sysctls();
    boolean off = sysctls.connReuseMode() == 0;
    if (off && settings.quirks().reuseKeepsDead()) {
      return false;
    }
    if (sysctls.expireNodestConn() && known.server().weight() == 0) {
      return true;
    }
    return !off && known.template() == null && Transitions.isOver(known, sysctls.connReuseMode());
  }

  /** An entry in connection tracking that has been confirmed cannot be turned to another server. */
  private boolean isHeldByConntrack(IpvsConnection known, IpvsPacket carrier) {
    return carrier.isTracked() || (settings.quirks().reuseDropsSyn() && known.usesConntrack());
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
    Transitions.follow(connection, carrier.packet(), Direction.INPUT, settings.timeouts());
    Translation.ofRequest(connection, carrier.packet());
    carrier.setIpvsConnection(connection);
    connections.release(connection);
    return IpvsVerdict.FORWARD;
  }
}
