package io.kubehop.core.ipvs;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SctpChunk;
import io.kubehop.core.net.TcpFlags;

/** How packets begin connections and move them on, for the protocols that IPVS knows. */
final class Transitions {
  private Transitions() {}

  /** Whether IPVS balances the packet's protocol. */
  static boolean isBalanced(Packet packet) {
    return packet.is(Protocol.TCP) || packet.is(Protocol.UDP) || packet.is(Protocol.SCTP);
  }

  /** Whether the packet calls anew, be there a connection with its ends or not (is_new_conn). */
  static boolean isCall(Packet packet) {
    return packet.is(Protocol.TCP)
        ? (packet.tcpFlags() & TcpFlags.SYN) != 0
        : packet.is(Protocol.SCTP) && packet.sctpChunk() == SctpChunk.INIT;
  }

  /** Whether the packet may be scheduled when it has no connection. */
  static boolean mayBegin(Packet packet) {
    if (packet.is(Protocol.TCP) && (packet.tcpFlags() & TcpFlags.RST) != 0) {
      return false;
    }
    return packet.is(Protocol.UDP) || isCall(packet);
  }

  /**
   * Whether a connection has ended in such a way that its client may call again from the same port
   * (is_new_conn_expected).
   */
  static boolean isOver(IpvsConnection connection, int reuseMode) {
    return switch (connection.state()) {
      case TIME_WAIT, CLOSE, CLOSED -> true;
      case FIN_WAIT -> (reuseMode & 2) != 0 && connection.isWithoutOutput();
      default -> false;
    };
  }

  /** Moves a connection on by a packet, and sets how long it then lives (ip_vs_set_state). */
  static void follow(
      IpvsConnection connection, Packet packet, Direction direction, IpvsTimeouts timeouts) {
    if (packet.is(Protocol.UDP)) {
      connection.setState(IpvsState.UDP);
      if (direction == Direction.OUTPUT) {
        assureTemplate(connection);
      }
    } else {
      move(connection, packet, direction);
    }
    connection.setTimeout(timeouts.of(packet.protocol(), connection.state()));
  }

  private static void move(IpvsConnection connection, Packet packet, Direction seen) {
    Direction direction = seen;
    if (connection.isWithoutOutput()) {
      if (seen == Direction.OUTPUT) {
        connection.outputSeen();
      } else {
        direction = Direction.INPUT_ONLY;
      }
    }
    IpvsState old = connection.state();
    boolean tcp = packet.is(Protocol.TCP);
    IpvsState next =
        tcp
            ? TcpTransitions.next(old, direction, packet.tcpFlags())
            : SctpTransitions.next(old, direction, packet.sctpChunk());
    if (next == old) {
      return;
    }
    connection.setState(next);
    connection.setInactive(!next.isActive());
    if (next == IpvsState.ESTABLISHED) {
      assureTemplate(connection);
    }
  }

  /** The client's template outlives the end of its server's connections. */
  private static void assureTemplate(IpvsConnection connection) {
    IpvsConnection template = connection.template();
    if (template != null) {
      template.setState(IpvsState.ASSURED);
    }
  }
}
