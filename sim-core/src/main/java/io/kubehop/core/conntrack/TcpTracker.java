package io.kubehop.core.conntrack;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.TcpFlags;
import org.jspecify.annotations.Nullable;

/**
 * The TCP states of a connection as a middle box sees them: the transition table of
 * nf_conntrack_proto_tcp.c, without sequence numbers (segments here are neither lost half-way nor
 * reordered).
 */
final class TcpTracker {
  /** What to do with a packet after its transition. */
  enum Result {
    /** It belongs to the connection. */
    ACCEPT,
    /** It belongs to no connection. */
    INVALID,
    /** The connection was over: forget it and look the packet up anew. */
    REPEAT,
    /** It ends a connection that never was: forget it after this packet. */
    ACCEPT_AND_FORGET
  }

  private static final int SYN = 0;
  private static final int SYN_ACK = 1;
  private static final int FIN = 2;
  private static final int ACK = 3;
  private static final int RST = 4;
  private static final int NONE = 5;

  private static final TcpState[] STATES = TcpState.values();

  // One letter for each state in the order of TcpState: . none, s SYN_SENT, r SYN_RECV, e
  // ESTABLISHED, f FIN_WAIT,
  // c CLOSE_WAIT, l LAST_ACK, t TIME_WAIT, x CLOSE, 2 SYN_SENT2; ! invalid, - ignored.
  private static final String LETTERS = ".srefcltx2";
  private static final String[] ORIGINAL = {
    "ss-----ss2", // SYN
    "!!r!!!!!!r", // SYN-ACK
    "!!ffllltx!", // FIN
    "e!eeccttx!", // ACK
    "!xxxxxxxxx", // RST
    "!!!!!!!!!!" // none
  };
  private static final String[] REPLY = {
    "!2!!!!!s!2", // SYN
    "!r-------r", // SYN-ACK
    "!!ffllltx!", // FIN
    "!-reccttx-", // ACK
    "!xxxxxxxxx", // RST
    "!!!!!!!!!!" // none
  };

  private TcpTracker() {}

  /** The state of a connection that this packet begins; null if it cannot begin one. */
  static @Nullable TcpState stateOfNew(Packet packet) {
    return state(ORIGINAL[kind(packet)].charAt(0));
  }

  /** Moves the connection on by one packet. */
  static Result follow(Connection connection, Packet packet, boolean reply, long now) {
    TcpState old = connection.tcpState();
    int kind = kind(packet);
    char cell = (reply ? REPLY : ORIGINAL)[kind].charAt(old.ordinal());
    if (cell == '!') {
      return Result.INVALID;
    }
    if (cell == 's'
        && old.ordinal() >= TcpState.TIME_WAIT.ordinal()
        && mayReopen(connection, reply)) {
      return Result.REPEAT;
    }
    if (cell == '-' || (cell == 's' && old.ordinal() >= TcpState.TIME_WAIT.ordinal())) {
      connection.setLastSegment(kind == RST, reply);
      return Result.ACCEPT;
    }
    TcpState next = STATES[LETTERS.indexOf(cell)];
    connection.setLastSegment(kind == RST, reply);
    connection.setTcpState(next);
    if (next == TcpState.FIN_WAIT && old != next) {
      connection.add(Connection.CLOSE_INIT);
    }
    if (!connection.hasSeenReply() && kind == RST) {
      return Result.ACCEPT_AND_FORGET;
    }
    connection.setExpiry(now + timeout(connection, next));
    if (connection.hasSeenReply()
        && next == TcpState.ESTABLISHED
        && (old == TcpState.SYN_RECV || old == TcpState.ESTABLISHED)) {
      connection.add(Connection.ASSURED);
    }
    return Result.ACCEPT;
  }

  private static long timeout(Connection connection, TcpState state) {
    long timeout = Timeouts.ofTcp(state);
    return !connection.hasSeenReply() && state == TcpState.ESTABLISHED
        ? Timeouts.TCP_UNACKNOWLEDGED
        : timeout;
  }

  /**
   * A SYN opens a closed connection anew if one side closed it in order, or the side that now calls
   * had reset it.
   */
  private static boolean mayReopen(Connection connection, boolean reply) {
    return connection.has(Connection.CLOSE_INIT) || connection.wasLastReset(reply);
  }

  private static @Nullable TcpState state(char cell) {
    int index = LETTERS.indexOf(cell);
    return index < 0 ? null : STATES[index];
  }

  private static int kind(Packet packet) {
    int flags = packet.tcpFlags();
    if ((flags & TcpFlags.RST) != 0) {
      return RST;
    }
    if ((flags & TcpFlags.SYN) != 0) {
      return (flags & TcpFlags.ACK) != 0 ? SYN_ACK : SYN;
    }
    if ((flags & TcpFlags.FIN) != 0) {
      return FIN;
    }
    return (flags & TcpFlags.ACK) != 0 ? ACK : NONE;
  }
}
