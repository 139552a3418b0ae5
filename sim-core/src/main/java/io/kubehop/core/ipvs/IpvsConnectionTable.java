package io.kubehop.core.ipvs;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections and templates of one host (ip_vs_conn.c), in one hash by the client's address and
 * port, which finds both directions. Timers are caught up with by {@link #advance}, which comes
 * first whenever IPVS is asked something.
 */
final class IpvsConnectionTable implements Digestible {
  private static final long EXTENSION = 60_000_000_000L;
  private static final long NEVER = Long.MAX_VALUE;

  private final Simulation simulation;
  private final TimerWheel wheel;
  private final Consumer<? super IpvsConnection> onEnd;
  private final ChainedHash<IpvsConnection> connections;
  private final ExpiryQueue timers;
  private final LongCell nextSequence;
  private final LongCell dropUnavailableAt;
  private final ConnectionEnds key = new ConnectionEnds();
  private final List<IpvsConnection> free = new ArrayList<>();

  IpvsConnectionTable(
      Simulation simulation, TimerWheel wheel, Consumer<? super IpvsConnection> onEnd) {
    this.simulation = simulation;
    this.wheel = wheel;
    this.onEnd = onEnd;
    this.connections = new ChainedHash<>(simulation.journal());
    this.timers = new ExpiryQueue(simulation.journal());
    this.nextSequence = new LongCell(simulation.journal(), 0);
    this.dropUnavailableAt = new LongCell(simulation.journal(), NEVER);
  }

  /** The connection of a packet from its client (ip_vs_conn_in_get). */
  @Nullable IpvsConnection findRequest(Packet packet) {
    key.setFrom(packet);
    return findRequest();
  }

  /**
   * The connection to whose client a packet goes that claims to come from the virtual server: an
   * answer of a server on this host.
   */
  @Nullable IpvsConnection findReversedRequest(Packet packet) {
    key.setClient(
        packet.protocol(),
        packet.destinationHigh(),
        packet.destinationLow(),
        packet.destinationPort());
    key.setVirtual(packet.sourceHigh(), packet.sourceLow(), packet.sourcePort());
    return findRequest();
  }

  /** The connection of a reply that an error quotes as its client got it. */
  @Nullable IpvsConnection findRequestOfQuotedReply(FiveTuple quoted) {
    setKey(quoted.protocol(), quoted.destination(), quoted.destinationPort());
    key.setVirtual(quoted.source().high(), quoted.source().low(), quoted.sourcePort());
    return findRequest();
  }

  private @Nullable IpvsConnection findRequest() {
    if (key.clientPort() == 0) {
      return null;
    }
    IpvsConnection at = connections.chain(key.hash());
    while (at != null && !isRequest(at)) {
      at = at.nextInChain;
    }
    return at;
  }

  private boolean isRequest(IpvsConnection connection) {
    return connection.ends.hasClientOf(key)
        && connection.ends.hasVirtualOf(key)
        && !connection.isTemplate();
  }

  /** The connection of a packet from its real server (ip_vs_conn_out_get). */
  @Nullable IpvsConnection findReply(Packet packet) {
    key.setClient(
        packet.protocol(),
        packet.destinationHigh(),
        packet.destinationLow(),
        packet.destinationPort());
    key.setVirtual(packet.sourceHigh(), packet.sourceLow(), packet.sourcePort());
    return findReply();
  }

  /** The connection of a request that an error quotes as its real server got it. */
  @Nullable IpvsConnection findReplyOfQuotedRequest(FiveTuple quoted) {
    setKey(quoted.protocol(), quoted.source(), quoted.sourcePort());
    IpAddress to = quoted.destination();
    key.setVirtual(to.high(), to.low(), quoted.destinationPort());
    return findReply();
  }

  private @Nullable IpvsConnection findReply() {
    IpvsConnection at = connections.chain(key.hash());
    while (at != null && !isReply(at)) {
      at = at.nextInChain;
    }
    return at;
  }

  private boolean isReply(IpvsConnection connection) {
    if (connection.isTemplate() || !connection.ends.hasClientOf(key)) {
      return false;
    }
    return connection.forwarding() == Forwarding.MASQUERADE
        ? key.isVirtual(connection.server(), connection.ends.serverPort())
        : connection.ends.hasVirtualOf(key);
  }

  private void setKey(int protocol, IpAddress client, int port) {
    key.setClient(protocol, client.high(), client.low(), port);
  }

  /** The template with these ends (ip_vs_ct_in_get). */
  @Nullable IpvsConnection findTemplate(ConnectionEnds wanted) {
    IpvsConnection at = connections.chain(wanted.hash());
    while (at != null && !isTemplate(at, wanted)) {
      at = at.nextInChain;
    }
    return at;
  }

  private static boolean isTemplate(IpvsConnection connection, ConnectionEnds wanted) {
    return connection.isTemplate()
        && !connection.isVoid()
        && connection.ends.hasClientOf(wanted)
        && connection.ends.hasVirtualOf(wanted);
  }

  /** An object to be given its ends and then to {@link #open}. */
  IpvsConnection take(RealServer server, int fwmark, boolean template, boolean onePacket) {
    boolean fresh = free.isEmpty() || simulation.journal().isOpen();
    IpvsConnection connection =
        fresh ? new IpvsConnection(simulation.journal()) : free.remove(free.size() - 1);
    connection.reset(server, fwmark, template, onePacket);
    connection.sequence = nextSequence.get();
    nextSequence.set(connection.sequence + 1);
    return connection;
  }

  /**
   * Binds a new connection to its server and makes it known, unless it is for one packet only
   * (ip_vs_conn_new).
   */
  void open(IpvsConnection connection) {
    connection.server().bind(connection.isTemplate());
    if (!connection.isOnePacket()) {
      connections.insert(connection);
      connection.setTimer(NEVER, NEVER);
      timers.add(connection);
    }
  }

  /**
   * A packet has been dealt with: the timer starts again, or the connection was for this one only
   * (ip_vs_conn_put).
   */
  void release(IpvsConnection connection) {
    if (connection.isOnePacket()) {
      end(connection);
    } else {
      arm(connection, simulation.now());
    }
  }

  private void arm(IpvsConnection connection, long now) {
    long timeout = connection.timeout();
    connection.setTimer(now + timeout, wheel.fires(now, timeout));
    timers.moved(connection);
  }

  /** Lets a connection end as soon as timers fire again (ip_vs_conn_expire_now). */
  void expireSoon(IpvsConnection connection) {
    long now = simulation.now();
    if (connection.expires() > now) {
      connection.setTimer(now, now);
      timers.moved(connection);
    }
  }

  /** A tick from now, the connections of servers that are then unavailable end. */
  void dropUnavailableSoon() {
    dropUnavailableAt.set(Math.min(dropUnavailableAt.get(), simulation.now() + TimerWheel.TICK));
  }

  /** Lets everything happen that has come due. */
  void advance() {
    long now = simulation.now();
    while (true) {
      long dropAt = dropUnavailableAt.get();
      IpvsConnection due = timers.firstUpTo(Math.min(now, dropAt));
      if (due != null) {
        expire(due, due.firesAt());
      } else if (dropAt <= now) {
        dropUnavailableAt.set(NEVER);
        dropUnavailable(dropAt);
      } else {
        return;
      }
    }
  }

  /**
   * The timer of a connection fires (ip_vs_conn_expire): a template stays while a connection
   * belongs to it.
   */
  private void expire(IpvsConnection connection, long now) {
    if (connection.controlled() > 0) {
      connection.setTimeout(EXTENSION);
      arm(connection, now);
      return;
    }
    timers.remove(connection);
    connections.remove(connection);
    IpvsConnection control = connection.template();
    boolean withTemplate = connection.timeout() == 0;
    end(connection);
    if (withTemplate && control != null && isUnused(control)) {
      delete(control, now);
    }
  }

  private static boolean isUnused(IpvsConnection template) {
    return template.controlled() == 0 && template.state() != IpvsState.ASSURED;
  }

  private void end(IpvsConnection connection) {
    connection.setControl(null);
    if (connection.usesConntrack() && !connection.isOnePacket()) {
      onEnd.accept(connection);
    }
    connection.server().unbind(connection.isTemplate(), connection.isInactive());
    // Else an undo record, or the one packet, may still refer to it.
    if (!simulation.journal().isOpen() && !connection.isOnePacket()) {
      free.add(connection);
    }
  }

  /**
   * Ends the connections of removed servers, and templates that are left without any
   * (ip_vs_expire_nodest_conn_flush).
   */
  private void dropUnavailable(long now) {
    for (IpvsConnection connection : inOrder()) {
      if (connection.server().isAvailable()
          || connection.controlled() > 0
          || !isLinked(connection)) {
        continue;
      }
      IpvsConnection control = connection.template();
      delete(connection, now);
      if (control != null && control.controlled() == 0 && isLinked(control)) {
        delete(control, now);
      }
    }
  }

  /** Ends a connection at once (ip_vs_conn_del). */
  private void delete(IpvsConnection connection, long now) {
    if (connection.template() != null) {
      connection.setTimeout(0);
    }
    expire(connection, now);
  }

  private boolean isLinked(IpvsConnection connection) {
    IpvsConnection at = connections.chain(connection.chainHash());
    while (at != null && at != connection) {
      at = at.nextInChain;
    }
    return at != null;
  }

  /** All connections and templates, oldest first. */
  List<IpvsConnection> inOrder() {
    List<IpvsConnection> all = new ArrayList<>(connections.size());
    connections.forEach(all::add);
    all.sort(Comparator.comparingLong(connection -> connection.sequence));
    return all;
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(nextSequence.get()).add(dropUnavailableAt.get());
    inOrder().forEach(digest::add);
  }
}
