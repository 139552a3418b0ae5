package io.kubehop.core.ipvs;

import io.kubehop.core.net.SctpChunk;

/** How SCTP packets move a connection on, by their first chunk (ip_vs_proto_sctp.c). */
final class SctpTransitions {
  // Columns: the state now; cells: the state next, by the letters of STATES below.
  private static final String LETTERS = "n1isrwoheSRAjc";
  private static final IpvsState[] STATES = {
    IpvsState.NONE,
    IpvsState.INIT1,
    IpvsState.INIT,
    IpvsState.COOKIE_SENT,
    IpvsState.COOKIE_REPLIED,
    IpvsState.COOKIE_WAIT,
    IpvsState.COOKIE,
    IpvsState.COOKIE_ECHOED,
    IpvsState.ESTABLISHED,
    IpvsState.SHUTDOWN_SENT,
    IpvsState.SHUTDOWN_RECEIVED,
    IpvsState.SHUTDOWN_ACK_SENT,
    IpvsState.REJECTED,
    IpvsState.CLOSED
  };
  private static final String[][] TABLE = {
    { // INPUT
      "e1isrwoheSRAjc", // DATA and all that is not named below
      "1iisrwoheSRAii", // INIT
      "wwwsrooheSRAjc", // INIT ACK
      "riirrwoheSRAjc", // COOKIE ECHO
      "e1isrwoeeSRAjc", // COOKIE ACK
      "R1isrwohRSRAjc", // SHUTDOWN
      "ciisrwohecRcjc", // SHUTDOWN ACK
      "cccsrwoheSRcjc", // SHUTDOWN COMPLETE
      "c1isrwoceSRAjc", // ERROR
      "cccccjcccccccc" // ABORT
    },
    { // OUTPUT
      "e1isrwoheSRAjc",
      "wwwwwwwwewwwww",
      "ssssrwoheSRAjc",
      "hhhhhhhheSRAjc",
      "eeeeeeeeeSRAjc",
      "SSSSSSSSSSRAjc",
      "AAAAAwoheAAAjc",
      "c1isrwoheSRAjc",
      "cccccwoheSRAjc",
      "cjcccccccccccc"
    },
    { // INPUT_ONLY
      "e1isreoheSRAjc",
      "1iiiiioheSRAii",
      "hhhhhhoheSRAjc",
      "eeeeeeoheSRAjc",
      "e1ieeweeeSRAjc",
      "R1isrwohRSRAjc",
      "ciisrwohccRcjc",
      "cccccwoheSccjc",
      "c1isrwoheSRAjc",
      "cccccjcccccccc"
    }
  };

  private SctpTransitions() {}

  /** The state after a packet. */
  static IpvsState next(IpvsState state, Direction direction, int chunk) {
    int column = 0;
    while (STATES[column] != state) {
      column++;
    }
    char next = TABLE[direction.ordinal()][row(chunk)].charAt(column);
    return STATES[LETTERS.indexOf(next)];
  }

  private static int row(int chunk) {
    return switch (chunk) {
      case SctpChunk.INIT -> 1;
      case SctpChunk.INIT_ACK -> 2;
      case SctpChunk.COOKIE_ECHO -> 3;
      case SctpChunk.COOKIE_ACK -> 4;
      case SctpChunk.SHUTDOWN -> 5;
      case SctpChunk.SHUTDOWN_ACK -> 6;
      case SctpChunk.SHUTDOWN_COMPLETE -> 7;
      case SctpChunk.ERROR -> 8;
      case SctpChunk.ABORT -> 9;
      default -> 0;
    };
  }
}
