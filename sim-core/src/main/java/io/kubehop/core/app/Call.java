package io.kubehop.core.app;

import io.kubehop.core.host.DatagramHandler;
import io.kubehop.core.host.DatagramSocket;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketError;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.host.Sockets;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Attempt;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.Simulation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client that makes one call: it opens a connection, sends one message, waits for one answer and
 * closes; over UDP and SCTP, one message and one answer. One SYN or one datagram is sent, without
 * retransmission; it gives up when its patience ends.
 */
public final class Call
    implements Attempt<CallResult>, StreamHandler, DatagramHandler, EventHandler {
  private static final int PATIENCE_ENDS = 0;

  private final Target target;
  private final Host host;
  private final Simulation simulation;
  private final NullableCell<CallResult> result;
  private final NullableCell<TcpSocket> stream;
  private final NullableCell<DatagramSocket> datagrams;
  private final LongCell begun;
  private final LongCell patienceTicket;
  private Runnable whenOver = () -> {};

  /**
   * What to call.
   *
   * @param protocol TCP, UDP or SCTP
   * @param address the address and port to call
   * @param source the client's own address, or null for the one that routing chooses
   * @param sourcePort the client's own port, or 0 for a free one
   * @param patience how long to wait for an answer, in nanoseconds
   * @param message what to send, an immutable value
   * @param client whose connection it is
   */
  public record Target(
      Protocol protocol,
      SocketAddress address,
      @Nullable IpAddress source,
      int sourcePort,
      long patience,
      Object message,
      Sockets.Client client) {

    /** A call of the superuser that sends one SYN. */
    public Target(
        Protocol protocol,
        SocketAddress address,
        @Nullable IpAddress source,
        int sourcePort,
        long patience,
        Object message) {
      this(protocol, address, source, sourcePort, patience, message, Sockets.Client.ROOT);
    }
  }

  /** Prepares a call from a host; {@link #begin} makes it. */
  public Call(Host host, Target target) {
    this.host = host;
    this.target = target;
    this.simulation = host.simulation();
    this.result = new NullableCell<>(simulation.journal());
    this.stream = new NullableCell<>(simulation.journal());
    this.datagrams = new NullableCell<>(simulation.journal());
    this.begun = new LongCell(simulation.journal(), 0);
    this.patienceTicket = new LongCell(simulation.journal(), -1);
  }

  @Override
  public void begin() {
    begun.set(simulation.now());
    patienceTicket.set(simulation.scheduleTimer(target.patience, this, PATIENCE_ENDS, 0, null));
    boolean routed = target.protocol == Protocol.TCP ? openStream() : sendDatagram();
    if (!routed) {
      finish(Outcome.UNROUTABLE, null, new SocketFailure(SocketError.ENETUNREACH, null));
    }
  }

  private boolean openStream() {
    TcpSocket socket =
        host.sockets()
            .connect(
                target.address, target.source, target.sourcePort, this, "connect", target.client);
    if (socket != null) {
      stream.set(socket);
    }
    return socket != null;
  }

  private boolean sendDatagram() {
    DatagramSocket socket =
        host.sockets()
            .connect(
                target.protocol,
                target.address,
                target.source,
                target.sourcePort,
                this,
                "send",
                target.client);
    if (socket == null) {
      return false;
    }
    datagrams.set(socket);
    return socket.send(target.message) == null;
  }

  /** Has somebody told at the moment at which the result is there. */
  public void whenOver(Runnable listener) {
    whenOver = listener;
  }

  @Override
  public @Nullable CallResult result() {
    return result.get();
  }

  /**
   * Makes the call and runs the simulation until its result is there and its connection is closed.
   */
  public CallResult complete() {
    begin();
    while (result.get() == null) {
      simulation.runNext();
    }
    CallResult known = Objects.requireNonNull(result.get());
    if (stream.get() != null && known.outcome() == Outcome.DELIVERED) {
      // Closing takes no longer than opening did; afterwards no packet of this connection is on its
      // way.
      simulation.runUntil(simulation.now() + 2 * (known.ended() - known.begun()));
    }
    return known;
  }

  @Override
  public void onConnected(TcpSocket socket) {
    stream.set(socket); // over loopback everything happens before connect returns
    socket.send(target.message);
  }

  @Override
  public void onMessage(TcpSocket socket, Object message) {
    if (message instanceof Echo echo && result.get() == null) {
      finish(Outcome.DELIVERED, echo, null);
      socket.close();
    }
  }

  @Override
  public void onFailed(TcpSocket socket, SocketFailure failure) {
    stream.set(socket);
    finish(Outcome.of(failure), null, failure);
  }

  @Override
  public void onDatagram(
      DatagramSocket socket, SocketAddress to, SocketAddress from, Object message) {
    if (message instanceof Echo echo && result.get() == null) {
      finish(Outcome.DELIVERED, echo, null);
      socket.close();
    }
  }

  @Override
  public void onFailed(DatagramSocket socket, SocketFailure failure) {
    finish(Outcome.of(failure), null, failure);
    socket.close();
  }

  /** What the machine knows counts, though a real program would only time out. */
  @Override
  public void onUnreported(DatagramSocket socket, SocketFailure failure) {
    onFailed(socket, failure);
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (result.get() == null) {
      finish(Outcome.DROPPED, null, new SocketFailure(SocketError.ETIMEDOUT, null));
      TcpSocket socket = stream.get();
      if (socket != null) {
        socket.abandon();
      }
      DatagramSocket datagramSocket = datagrams.get();
      if (datagramSocket != null) {
        datagramSocket.close();
      }
    }
  }

  private void finish(Outcome outcome, @Nullable Echo answer, @Nullable SocketFailure failure) {
    if (result.get() == null) {
      simulation.cancel(patienceTicket.get());
      result.set(
          new CallResult(outcome, clientEnd(), answer, failure, begun.get(), simulation.now()));
      whenOver.run();
    }
  }

  /** Who talks to whom, as the client sees it; null while it has no end of its own. */
  public @Nullable FiveTuple tuple() {
    SocketAddress own = clientEnd();
    return own == null ? null : FiveTuple.of(target.protocol, own, target.address);
  }

  private @Nullable SocketAddress clientEnd() {
    TcpSocket socket = stream.get();
    DatagramSocket datagramSocket = datagrams.get();
    return socket != null ? socket.local() : datagramSocket != null ? datagramSocket.local() : null;
  }
}
