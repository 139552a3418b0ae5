package io.kubehop.core.conntrack;

import io.kubehop.core.net.Protocol;

/**
 * When a closed TCP connection gives its translated port to a new one (nf_nat_used_tuple_harder in
 * nf_nat_core.c): in the last attempts to find a free port, if the sequence numbers of the new one
 * are ahead, so that what is still under way of the old one cannot be taken for its own.
 */
final class PortReuse {
  private static final int LAST_ATTEMPTS = 32; // NF_NAT_HARDER_THRESH
  private static final int TICK_BITS = 6; // sequence numbers grow by one each 64 ns

  private final ConnectionTable table;

  PortReuse(ConnectionTable table) {
    this.table = table;
  }

  /**
   * Whether a tuple cannot be used by a new connection; forgets the closed connection that had it
   * until now.
   *
   * @param reply what an answer to the new connection would look like
   * @param attemptsLeft how many ports will be tried, with this one
   */
  boolean isTaken(Tuple reply, Connection wanting, int attemptsLeft) {
    Connection holder = table.otherWith(reply, wanting);
    if (holder == null) {
      return false;
    }
    if (attemptsLeft > LAST_ATTEMPTS
        || reply.protocol != Protocol.TCP.number()
        || wanting.tcpState() != TcpState.SYN_SENT
        || !holder.reply.sameAs(reply)
        || !mayGo(holder)
        || firstSequence(wanting) - firstSequence(holder) <= 0) {
      return true;
    }
    table.forget(holder);
    return false;
  }

  private static boolean mayGo(Connection connection) {
    return connection.hasSourceNat()
        && connection.tcpState().ordinal() >= TcpState.TIME_WAIT.ordinal();
  }

  /**
   * Where the sequence numbers of a connection begin, so that two pairs of ends differ at random
   * and one pair's grow with time (RFC 6528, section 3; secure_tcp_seq). Segments carry none here.
   */
  private static int firstSequence(Connection connection) {
    return connection.original.hash() + (int) (connection.start() >> TICK_BITS);
  }
}
