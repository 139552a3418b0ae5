package io.kubehop.core.ipvs;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import org.jspecify.annotations.Nullable;

/** Chooses a real server for a packet that has no connection, and makes one (ip_vs_schedule). */
final class ConnectionOpener {
  private static final int PROTOCOL_OF_MARK = 0;
  private static final long SECOND = 1_000_000_000L;

  private final IpvsConnectionTable connections;
  private final IpvsSettings settings;
  private final ConnectionEnds templateKey = new ConnectionEnds();

  ConnectionOpener(IpvsConnectionTable connections, IpvsSettings settings) {
    this.connections = connections;
    this.settings = settings;
  }

  /** The new connection of a packet to a virtual server; null if no server may be taken. */
  @Nullable IpvsConnection open(VirtualServer service, IpvsPacket carrier) {
    Packet packet = carrier.packet();
    Persistence persistence = service.config().persistence();
    if (persistence != null) {
      return openPersistent(service, persistence, carrier);
    }
    VirtualServerKey key = service.key();
    if (!key.isByMark() && packet.destinationPort() != key.port()) {
      return null;
    }
    RealServer server = service.schedule(packet);
    if (server == null) {
      return null;
    }
    int port = server.port() != 0 ? server.port() : packet.destinationPort();
    return open(service, server, carrier, port);
  }

  private IpvsConnection open(
      VirtualServer service, RealServer server, IpvsPacket carrier, int port) {
    Packet packet = carrier.packet();
    boolean onePacket = service.config().onePacket() && packet.is(Protocol.UDP);
    IpvsConnection connection = connections.take(server, carrier.mark(), false, onePacket);
    connection.ends.setFrom(packet);
    connection.ends.setServerPort(port);
    connection.setUsesConntrack(settings.sysctls().conntrack());
    connections.open(connection);
    return connection;
  }

  /**
   * The client goes where its template says; the first connection makes the template
   * (ip_vs_sched_persist).
   */
  private @Nullable IpvsConnection openPersistent(
      VirtualServer service, Persistence persistence, IpvsPacket carrier) {
    Packet packet = carrier.packet();
    setTemplateEnds(templateKey, service, persistence, packet);
    IpvsConnection template = connections.findTemplate(templateKey);
    if (template != null && !isGood(template)) {
      template.makeVoid();
      template = null;
    }
    if (template == null) {
      RealServer server = service.schedule(packet);
      if (server == null) {
        return null;
      }
      template = openTemplate(service, persistence, server, carrier);
    }
    RealServer server = template.server();
    boolean atPort = packet.destinationPort() == service.key().port();
    int port = atPort && server.port() != 0 ? server.port() : packet.destinationPort();
    IpvsConnection connection = open(service, server, carrier, port);
    connection.setControl(template);
    connections.release(template);
    return connection;
  }

  private IpvsConnection openTemplate(
      VirtualServer service, Persistence persistence, RealServer server, IpvsPacket carrier) {
    IpvsConnection template = connections.take(server, carrier.mark(), true, false);
    setTemplateEnds(template.ends, service, persistence, carrier.packet());
    boolean hasPort = template.ends.virtualPort() != 0;
    template.ends.setServerPort(hasPort ? server.port() : 0);
    template.setTimeout(persistence.timeoutSeconds() * SECOND);
    template.setUsesConntrack(settings.sysctls().conntrack());
    connections.open(template);
    return template;
  }

  /**
   * The client's network, and the virtual port, every port of the address (FTP and port 0), or the
   * mark.
   */
  private static void setTemplateEnds(
      ConnectionEnds ends, VirtualServer service, Persistence persistence, Packet packet) {
    VirtualServerKey key = service.key();
    long clientHigh = packet.sourceHigh() & persistence.highMask();
    long clientLow = packet.sourceLow() & persistence.lowMask();
    boolean atPort = packet.destinationPort() == key.port();
    if (!atPort && key.isByMark()) {
      ends.setClient(PROTOCOL_OF_MARK, clientHigh, clientLow, 0);
      IpAddress mark = markAsAddress(key.fwmark(), packet.isV4());
      ends.setVirtual(mark.high(), mark.low(), 0);
      return;
    }
    boolean ownPort = atPort && key.port() != VirtualServerTable.FTP_PORT;
    ends.setClient(packet.protocol(), clientHigh, clientLow, 0);
    ends.setVirtual(packet.destinationHigh(), packet.destinationLow(), ownPort ? key.port() : 0);
  }

  private static IpAddress markAsAddress(int fwmark, boolean v4) {
    return v4 ? IpAddress.ofV4(fwmark) : new IpAddress(Integer.toUnsignedLong(fwmark) << 32, 0);
  }

  /** Whether the server of a template may still be used (ip_vs_check_template). */
  private boolean isGood(IpvsConnection template) {
    RealServer server = template.server();
    boolean drained = settings.sysctls().expireQuiescentTemplate() && server.weight() == 0;
    return server.isAvailable() && !drained;
  }
}
