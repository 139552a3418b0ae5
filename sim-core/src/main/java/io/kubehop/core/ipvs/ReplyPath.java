package io.kubehop.core.ipvs;

import io.kubehop.core.time.RefCell;

/** What happens to packets from real servers (ip_vs_out_hook). */
final class ReplyPath {
  private final IpvsConnectionTable connections;
  private final RefCell<IpvsTimeouts> timeouts;

  ReplyPath(IpvsConnectionTable connections, RefCell<IpvsTimeouts> timeouts) {
    this.connections = connections;
    this.timeouts = timeouts;
  }

  IpvsVerdict take(IpvsPacket carrier) {
    IpvsConnection connection = connections.findReply(carrier.packet());
    if (connection != null) {
      Transitions.follow(connection, carrier.packet(), Direction.OUTPUT, timeouts.get());
      Translation.ofReply(connection, carrier.packet());
      carrier.setIpvsConnection(connection);
      connections.release(connection);
    }
    return IpvsVerdict.ACCEPT;
  }
}
