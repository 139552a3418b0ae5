package io.kubehop.core.ipvs;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.QuotedPacket;

/**
 * Writes the real server's address and port into packets, and the virtual ones into what comes
 * back; for masquerading alone.
 */
final class Translation {
  private Translation() {}

  /** A packet goes on to the real server. */
  static void ofRequest(IpvsConnection connection, Packet packet) {
    if (isMasqueraded(connection)) {
      packet.setDestination(connection.server().addressHigh(), connection.server().addressLow());
      packet.setDestinationPort(connection.ends.serverPort());
    }
  }

  /** A packet goes back to the client. */
  static void ofReply(IpvsConnection connection, Packet packet) {
    if (isMasqueraded(connection)) {
      connection.ends.writeVirtualAsSource(packet);
    }
  }

  /**
   * An error about a reply goes on to the real server, which is to see the packet quoted as it sent
   * it.
   */
  static void ofErrorToServer(IpvsConnection connection, Packet error, QuotedPacket quoted) {
    if (isMasqueraded(connection)) {
      error.setDestination(connection.server().addressHigh(), connection.server().addressLow());
      FiveTuple seen = quoted.tuple();
      error.setQuoted(
          quoted.withTuple(
              new FiveTuple(
                  seen.protocol(),
                  connection.server().socket().address(),
                  connection.ends.serverPort(),
                  seen.destination(),
                  seen.destinationPort())));
    }
  }

  /**
   * An error about a request goes back to the client, which is to see the packet quoted as it sent
   * it.
   */
  static void ofErrorToClient(IpvsConnection connection, Packet error, QuotedPacket quoted) {
    if (isMasqueraded(connection)) {
      error.setSource(connection.ends.virtual());
      FiveTuple seen = quoted.tuple();
      error.setQuoted(
          quoted.withTuple(
              new FiveTuple(
                  seen.protocol(),
                  seen.source(),
                  seen.sourcePort(),
                  connection.ends.virtual(),
                  connection.ends.virtualPort())));
    }
  }

  private static boolean isMasqueraded(IpvsConnection connection) {
    return connection.forwarding() == Forwarding.MASQUERADE;
  }
}
