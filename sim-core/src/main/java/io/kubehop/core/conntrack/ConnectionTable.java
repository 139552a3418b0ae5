package io.kubehop.core.conntrack;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.QuotedPacket;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections that one host knows (nf_conntrack_core.c). A packet is looked up with {@link
 * #track} when it comes in or is made; a new connection enters the table with {@link #confirm} when
 * its first packet leaves. Entries that have timed out are gone for every purpose, though they are
 * swept out later.
 */
public final class ConnectionTable implements Digestible {
  private static final int FIRST_SWEEP = 4096;

  private final Simulation simulation;
  private final TupleTable tuples;
  private final SourceIndex sources;
  private final Tuple key;
  private final Tuple quotedKey;
  private final List<Connection> free = new ArrayList<>();
  private final List<Connection> expired = new ArrayList<>();
  private final Consumer<Tuple> collectExpired = this::collectIfExpired;
  private int nextSweep = FIRST_SWEEP;

  /** Makes an empty table in a simulation. */
  public ConnectionTable(Simulation simulation) {
    this.simulation = simulation;
    this.tuples = new TupleTable(simulation.journal());
    this.sources = new SourceIndex(simulation.journal());
    Connection scratch = new Connection(simulation.journal());
    this.key = scratch.original;
    this.quotedKey = scratch.reply;
  }

  /**
   * Looks a packet up and says so on it: the connection, the state, the direction. The packet may
   * begin a connection, which is then unconfirmed.
   */
  public void track(TrackedPacket tracked) {
    Packet packet = tracked.packet();
    if (isIcmp(packet) && EchoTypes.isError(packet.protocol(), packet.icmpType())) {
      trackError(tracked);
      return;
    }
    key.setFrom(packet);
    Tuple found = findLive(key);
    if (found == null) {
      begin(tracked);
      return;
    }
    Connection connection = found.connection;
    switch (follow(connection, packet, found.reply)) {
      case ACCEPT -> belongs(tracked, connection, found.reply);
      case INVALID -> tracked.setTracked(null, CtState.INVALID, false);
      case REPEAT -> {
        forget(connection);
        begin(tracked);
      }
      case ACCEPT_AND_FORGET -> {
        belongs(tracked, connection, found.reply);
        unlink(connection); // the packet still needs the object to be translated
      }
    }
  }

  private static boolean isIcmp(Packet packet) {
    return packet.is(Protocol.ICMP) || packet.is(Protocol.ICMPV6);
  }

  private void belongs(TrackedPacket tracked, Connection connection, boolean reply) {
    boolean answered = reply || connection.hasSeenReply();
    tracked.setTracked(connection, answered ? CtState.ESTABLISHED : CtState.NEW, reply);
    if (reply) {
      connection.add(Connection.SEEN_REPLY);
    }
  }

  private void trackError(TrackedPacket tracked) {
    QuotedPacket quoted = tracked.packet().quoted();
    Tuple found = null;
    if (quoted != null) {
      // The quoted packet went the other way, so its answer's tuple is what the error belongs to.
      quotedKey.setFrom(quoted.tuple(), quoted.icmpType(), quoted.icmpCode());
      key.setInverseOf(quotedKey);
      found = findLive(key);
    }
    if (found == null) {
      tracked.setTracked(null, CtState.INVALID, false);
    } else {
      tracked.setTracked(found.connection, CtState.RELATED, found.reply);
    }
  }

  private void begin(TrackedPacket tracked) {
    Packet packet = tracked.packet();
    TcpState tcpState = TcpState.NONE;
    long timeout;
    if (packet.is(Protocol.TCP)) {
      TcpState first = TcpTracker.stateOfNew(packet);
      if (first == null) {
        tracked.setTracked(null, CtState.INVALID, false);
        return;
      }
      tcpState = first;
      timeout = first == TcpState.ESTABLISHED ? Timeouts.TCP_UNACKNOWLEDGED : Timeouts.ofTcp(first);
    } else if (isIcmp(packet) && !EchoTypes.isQuery(packet.protocol(), packet.icmpType())) {
      // Neighbour discovery and the like are not tracked; an answer nobody asked for is invalid.
      tracked.setTracked(null, CtState.INVALID, false);
      return;
    } else {
      timeout = packet.is(Protocol.UDP) ? Timeouts.UDP : Timeouts.ofOther(packet.protocol());
    }
    Connection connection = take();
    connection.original.setFrom(packet);
    connection.reply.setInverseOf(connection.original);
    connection.setTcpState(tcpState);
    connection.setExpiry(simulation.now() + timeout);
    tracked.setTracked(connection, CtState.NEW, false);
  }

  private TcpTracker.Result follow(Connection connection, Packet packet, boolean reply) {
    long now = simulation.now();
    if (packet.is(Protocol.TCP)) {
      return TcpTracker.follow(connection, packet, reply, now);
    }
    if (packet.is(Protocol.UDP)) {
      boolean stream =
          connection.hasSeenReply() && now - connection.start() > Timeouts.UDP_STREAM_AFTER;
      connection.setExpiry(now + (stream ? Timeouts.UDP_STREAM : Timeouts.UDP));
      if (stream) {
        connection.add(Connection.ASSURED);
      }
    } else {
      connection.setExpiry(now + Timeouts.ofOther(packet.protocol()));
    }
    return TcpTracker.Result.ACCEPT;
  }

  /**
   * The first packet of a connection leaves the host: from now on the connection is known.
   *
   * @return false if another connection has taken one of its tuples; the packet is then dropped
   */
  public boolean confirm(Connection connection) {
    if (connection.isConfirmed() || connection.has(Connection.DYING)) {
      return true;
    }
    if (findLive(connection.original) != null || findLive(connection.reply) != null) {
      return false;
    }
    connection.add(Connection.CONFIRMED);
    tuples.insert(connection.original);
    tuples.insert(connection.reply);
    sources.insert(connection);
    if (tuples.size() > nextSweep) {
      sweep();
      nextSweep = Math.max(FIRST_SWEEP, 2 * tuples.size());
    }
    return true;
  }

  /** A packet ended before its new connection was confirmed: the object can serve again. */
  public void discard(Connection connection) {
    if (!connection.isConfirmed() && !connection.has(Connection.DYING)) {
      recycle(connection);
    }
  }

  /** Forgets a connection at once. */
  public void forget(Connection connection) {
    if (connection.isConfirmed() && !connection.has(Connection.DYING)) {
      unlink(connection);
      recycle(connection);
    }
  }

  /** Forgets the connection that began with a packet like this, if there is one. */
  public void forgetBegunBy(Packet original) {
    key.setFrom(original);
    Tuple found = findLive(key);
    if (found != null && !found.reply) {
      forget(found.connection);
    }
  }

  private void unlink(Connection connection) {
    tuples.remove(connection.original);
    tuples.remove(connection.reply);
    sources.remove(connection);
    connection.add(Connection.DYING);
  }

  /** The live connections, oldest first. */
  public List<Connection> connections() {
    List<Connection> live = new ArrayList<>();
    tuples.forEach(
        tuple -> {
          if (!tuple.reply && isLive(tuple.connection)) {
            live.add(tuple.connection);
          }
        });
    live.sort(
        Comparator.comparingLong(Connection::start)
            .thenComparing(connection -> connection.originalTuple().toString()));
    return live;
  }

  /** The live connection that began with these addresses and ports (TCP, UDP or SCTP), or null. */
  public @Nullable Connection find(FiveTuple original) {
    key.setFrom(original, 0, 0);
    Tuple found = findLive(key);
    return found == null || found.reply ? null : found.connection;
  }

  /** Whether a live connection other than the given one has a tuple (nf_conntrack_tuple_taken). */
  boolean isTaken(Tuple tuple, Connection except) {
    return otherWith(tuple, except) != null;
  }

  /** The live connection other than the given one that has a tuple, or null. */
  @Nullable Connection otherWith(Tuple tuple, Connection except) {
    Tuple found = findLive(tuple);
    return found == null || found.connection == except ? null : found.connection;
  }

  /** The by-source index of the connections. */
  SourceIndex sources() {
    return sources;
  }

  boolean isLive(Connection connection) {
    return connection.expiry() > simulation.now();
  }

  private @Nullable Tuple findLive(Tuple wanted) {
    Tuple found = tuples.find(wanted);
    if (found != null && !isLive(found.connection)) {
      forget(found.connection);
      return null;
    }
    return found;
  }

  private void sweep() {
    tuples.forEach(collectExpired);
    for (int i = 0; i < expired.size(); i++) {
      forget(expired.get(i));
    }
    expired.clear();
  }

  private void collectIfExpired(Tuple tuple) {
    if (!tuple.reply && !isLive(tuple.connection)) {
      expired.add(tuple.connection);
    }
  }

  private Connection take() {
    Connection connection =
        free.isEmpty() || simulation.journal().isOpen()
            ? new Connection(simulation.journal())
            : free.remove(free.size() - 1);
    connection.reset(simulation.now());
    return connection;
  }

  /**
   * While a journal is open an undo record may still refer to the object, so it is left to the
   * garbage collector.
   */
  private void recycle(Connection connection) {
    if (!simulation.journal().isOpen()) {
      free.add(connection);
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    List<Connection> live = connections();
    digest.add(live.size());
    live.forEach(digest::add);
  }
}
