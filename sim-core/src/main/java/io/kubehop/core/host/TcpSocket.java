package io.kubehop.core.host;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.StateDigest;
import org.jspecify.annotations.Nullable;

/**
 * One end of a TCP connection (RFC 9293, 3.3.2), as far as hosts and middle boxes can tell the
 * difference: handshake, data, orderly close, reset. Every message is one segment; there are no
 * windows and no retransmission of data, since a link loses packets only if it is told to.
 *
 * <p>Acknowledgments are those of Linux (tcp_input.c): the first message is acknowledged at once, a
 * later one by the segment that answers it, and the other side's FIN by one's own where the
 * application closes as soon as it hears of it.
 */
public final class TcpSocket implements Digestible, EventHandler {
  // TCP headers with the options of Linux: a SYN has maximum segment size, SACK, timestamps and
  // window scale, what follows has timestamps, a reset has none (tcp_output.c).
  private static final int SYN_HEADER_LENGTH = 40;
  private static final int HEADER_LENGTH = 32;
  private static final int RESET_LENGTH = 20;
  private static final int MESSAGE_LENGTH = 512;

  /**
   * The wait before the first retransmission of a SYN, doubled each time (TCP_TIMEOUT_INIT, RFC
   * 6298, 2.1), and how often it is sent again ({@code net.ipv4.tcp_syn_retries}).
   */
  private static final long FIRST_RETRY = 1_000_000_000L;

  private static final int SYN_RETRIES = 6;

  /** The states that matter here. */
  public enum State {
    /** A SYN was sent. */
    SYN_SENT,
    /** A SYN was answered. */
    SYN_RECEIVED,
    /** Open in both directions. */
    ESTABLISHED,
    /** This side has closed. */
    FIN_WAIT,
    /** The other side has closed. */
    CLOSE_WAIT,
    /** Both have closed, the other side's acknowledgment is missing. */
    LAST_ACK,
    /** Over. */
    CLOSED
  }

  private final Host host;
  private final SocketAddress local;
  private final SocketAddress remote;
  private final StreamHandler handler;
  private final String name;
  private final int uid;
  private final RefCell<State> state;
  private final LongCell firstAcknowledged;
  private final NullableCell<Object> attachment;

  TcpSocket(
      Host host,
      SocketAddress local,
      SocketAddress remote,
      StreamHandler handler,
      String name,
      int uid,
      State initial) {
    this.host = host;
    this.local = local;
    this.remote = remote;
    this.handler = handler;
    this.name = name;
    this.uid = uid;
    this.state = new RefCell<>(host.simulation().journal(), initial);
    this.firstAcknowledged = new LongCell(host.simulation().journal(), 0);
    this.attachment = new NullableCell<>(host.simulation().journal());
  }

  /** The host that it is on. */
  public Host host() {
    return host;
  }

  /** This end. */
  public SocketAddress local() {
    return local;
  }

  /** The other end, as this side sees it. */
  public SocketAddress remote() {
    return remote;
  }

  /** Its state. */
  public State state() {
    return state.get();
  }

  /** What the application keeps with the socket; immutable or journalled. */
  public @Nullable Object attachment() {
    return attachment.get();
  }

  /** Keeps something with the socket. */
  public void attach(@Nullable Object value) {
    attachment.set(value);
  }

  /** Sends a message, an immutable value. Does nothing if this side has closed. */
  public void send(Object message) {
    State now = state.get();
    if (now == State.ESTABLISHED || now == State.CLOSE_WAIT) {
      transmit(TcpFlags.PSH | TcpFlags.ACK, message);
    }
  }

  /** Closes this side in order. */
  public void close() {
    switch (state.get()) {
      case ESTABLISHED, SYN_RECEIVED -> {
        state.set(State.FIN_WAIT);
        transmit(TcpFlags.FIN | TcpFlags.ACK, null);
      }
      case CLOSE_WAIT -> {
        state.set(State.LAST_ACK);
        transmit(TcpFlags.FIN | TcpFlags.ACK, null);
      }
      case SYN_SENT -> finish();
      case FIN_WAIT, LAST_ACK, CLOSED -> {}
    }
  }

  /** Breaks the connection with a reset. */
  public void abort(String why) {
    State now = state.get();
    if (now != State.CLOSED) {
      finish();
      if (now != State.SYN_SENT) {
        transmit(TcpFlags.RST | TcpFlags.ACK, new Refusal(Refusal.Cause.RESET, host.name(), why));
      }
    }
  }

  /**
   * Forgets the connection without a word, as a client that has given up or a host that has
   * crashed.
   */
  public void abandon() {
    finish();
  }

  /** Has a SYN that gets no answer sent again, after 1, 3, 7 s and so on. */
  void retransmitUntilAnswered() {
    host.simulation().scheduleTimer(FIRST_RETRY, this, 0, 1, null);
  }

  @Override
  public void onEvent(int kind, long attempt, @Nullable Object payload) {
    if (state.get() == State.SYN_SENT) {
      if (attempt < SYN_RETRIES) {
        host.simulation().scheduleTimer(FIRST_RETRY << attempt, this, 0, attempt + 1, null);
      }
      SocketError error = open();
      if (error != null) {
        failToOpen(new SocketFailure(error, null));
      }
    }
  }

  @Nullable SocketError open() {
    return transmit(TcpFlags.SYN, null);
  }

  void answerHandshake() {
    transmit(TcpFlags.SYN | TcpFlags.ACK, null);
  }

  /** Takes a segment from the other end. */
  void receive(Packet packet) {
    int flags = packet.tcpFlags();
    if ((flags & TcpFlags.RST) != 0) {
      reset(packet);
    } else if ((flags & TcpFlags.SYN) != 0) {
      synchronise(flags);
    } else {
      proceed(packet);
    }
  }

  private void synchronise(int flags) {
    boolean answer = (flags & TcpFlags.ACK) != 0;
    if (answer && state.get() == State.SYN_SENT) {
      state.set(State.ESTABLISHED);
      transmit(TcpFlags.ACK, null);
      if (state.get() == State.ESTABLISHED) {
        handler.onConnected(this);
      }
    } else if (!answer && state.get() == State.SYN_RECEIVED) {
      answerHandshake();
    }
  }

  private void proceed(Packet packet) {
    if (state.get() == State.SYN_SENT) {
      return;
    }
    if (state.get() == State.SYN_RECEIVED) {
      state.set(State.ESTABLISHED);
      handler.onConnected(this);
    }
    Object message = packet.payload();
    if (message != null && (state.get() == State.ESTABLISHED || state.get() == State.FIN_WAIT)) {
      acknowledgeFirst();
      handler.onMessage(this, message);
    }
    if ((packet.tcpFlags() & TcpFlags.FIN) != 0) {
      closedByPeer();
    } else if (state.get() == State.LAST_ACK) {
      finish();
    }
  }

  private void acknowledgeFirst() {
    if (firstAcknowledged.get() == 0) {
      firstAcknowledged.set(1);
      transmit(TcpFlags.ACK, null);
    }
  }

  private void closedByPeer() {
    switch (state.get()) {
      case ESTABLISHED -> {
        state.set(State.CLOSE_WAIT);
        handler.onPeerClosed(this);
        if (state.get() == State.CLOSE_WAIT) {
          transmit(TcpFlags.ACK, null);
        }
      }
      case FIN_WAIT -> {
        transmit(TcpFlags.ACK, null);
        finish();
      }
      default -> {}
    }
  }

  private void reset(Packet packet) {
    State before = state.get();
    finish();
    Refusal refusal = packet.payload() instanceof Refusal given ? given : null;
    SocketError error =
        before == State.SYN_SENT ? SocketError.ECONNREFUSED : SocketError.ECONNRESET;
    handler.onFailed(this, new SocketFailure(error, refusal));
  }

  /**
   * An ICMP error quotes a segment of this connection. It ends a connection that is not open yet
   * (tcp_v4_err). One about the bare segment that ends the handshake leaves its error behind for
   * the program, which asks for it (SO_ERROR) when it learns that it is connected.
   *
   * @param length of the quoted packet
   */
  void refuse(SocketFailure failure, int length) {
    boolean endsHandshake =
        state.get() == State.ESTABLISHED
            && firstAcknowledged.get() == 0
            && length <= ipHeaderLength() + HEADER_LENGTH;
    if (state.get() == State.SYN_SENT || endsHandshake) {
      failToOpen(failure);
    }
  }

  void failToOpen(SocketFailure failure) {
    finish();
    handler.onFailed(this, failure);
  }

  private int ipHeaderLength() {
    return local.address().isV4() ? 20 : 40;
  }

  private void finish() {
    if (state.get() != State.CLOSED) {
      state.set(State.CLOSED);
      host.sockets().forget(this);
    }
  }

  private @Nullable SocketError transmit(int flags, @Nullable Object message) {
    Packet packet = host.sockets().take(Protocol.TCP, local, remote);
    packet.setTcpFlags(flags);
    packet.setPayload(message);
    packet.setLength(
        packet.ipHeaderLength() + headerLength(flags) + (message == null ? 0 : MESSAGE_LENGTH));
    SocketError error = host.path().send(packet, uid, name);
    host.sockets().release(packet);
    return error;
  }

  private static int headerLength(int flags) {
    if ((flags & TcpFlags.SYN) != 0) {
      return SYN_HEADER_LENGTH;
    }
    return (flags & TcpFlags.RST) != 0 ? RESET_LENGTH : HEADER_LENGTH;
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(local.toString()).add(remote.toString()).add(state.get().ordinal());
    digest.add(firstAcknowledged.get());
    Object kept = attachment.get();
    digest.add(kept == null ? "" : kept.toString());
  }

  /** {@code tcp 10.0.0.1:40000 -> 10.96.0.1:80 ESTABLISHED}. */
  @Override
  public String toString() {
    FiveTuple tuple =
        new FiveTuple(
            Protocol.TCP.number(), local.address(), local.port(), remote.address(), remote.port());
    return tuple + " " + state.get();
  }
}
