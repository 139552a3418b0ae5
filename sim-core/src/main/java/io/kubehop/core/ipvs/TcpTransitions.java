package io.kubehop.core.ipvs;

import io.kubehop.core.net.TcpFlags;

/** How TCP segments move a connection on (ip_vs_proto_tcp.c). */
final class TcpTransitions {
  // Columns: the state now; cells: the state next.
  // n NONE, e ESTABLISHED, s SYN_SENT, r SYN_RECV, f FIN_WAIT, t TIME_WAIT, c CLOSE, w CLOSE_WAIT,
  // l LAST_ACK, i LISTEN, a SYNACK.
  private static final String LETTERS = "nesrftcwlia";
  private static final String[][] TABLE = {
    { // INPUT
      "reerrrrrrrr", // SYN
      "cwstttcwlit", // FIN
      "eeseftcwcie", // ACK
      "cccrcccclir" // RST
    },
    { // OUTPUT
      "sesrsssssir", // SYN
      "tfstftctlit", // FIN
      "eeseftcwlee", // ACK
      "ccscctccccc" // RST
    },
    { // INPUT_ONLY
      "reerrrrrrrr", // SYN
      "cfstftcwlit", // FIN
      "eeseftcwcie", // ACK
      "cccrcccclic" // RST
    }
  };
  // Begins in the order of the letters.
  private static final IpvsState[] STATES = IpvsState.values();

  private TcpTransitions() {}

  /** The state after a segment; a segment without any of the four flags closes. */
  static IpvsState next(IpvsState state, Direction direction, int flags) {
    int row = row(flags);
    if (row < 0) {
      return IpvsState.CLOSE;
    }
    char next = TABLE[direction.ordinal()][row].charAt(state.ordinal());
    return STATES[LETTERS.indexOf(next)];
  }

  private static int row(int flags) {
    if ((flags & TcpFlags.RST) != 0) {
      return 3;
    }
    if ((flags & TcpFlags.SYN) != 0) {
      return 0;
    }
    if ((flags & TcpFlags.FIN) != 0) {
      return 1;
    }
    return (flags & TcpFlags.ACK) != 0 ? 2 : -1;
  }
}
