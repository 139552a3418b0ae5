package io.kubehop.core.ipvs;

/** What happens to packets from real servers (ip_vs_out_hook). */
final class ReplyPath {
  private final IpvsConnectionTable connections;
  private final IpvsSettings settings;

  ReplyPath(IpvsConnectionTable connections, IpvsSettings settings) {
    this.connections = connections;
    this.settings = settings;
  }

  IpvsVerdict take(IpvsPacket carrier) {
    IpvsConnection connection = connections.findReply(carrier.packet());
    if (connection != null) {
      Transitions.follow(connection, carrier.packet(), Direction.OUTPUT, settings.timeouts());
      Translation.ofReply(connection, carrier.packet());
      carrier.setIpvsConnection(connection);
      connections.release(connection);
    }
    return IpvsVerdict.ACCEPT;
  }
}
