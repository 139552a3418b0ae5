package io.kubehop.core.http;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Refusal;
import io.kubehop.core.host.SocketError;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.host.Sockets;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * The asking end of one HTTP connection. The first request opens it; further ones may follow, each
 * after the answer to the one before, for as long as it is {@linkplain #isIdle() idle}.
 */
public final class HttpClient implements StreamHandler, EventHandler {
  private static final long NO_TICKET = -1;

  private final Host host;
  private final Target target;
  private final Simulation simulation;
  private final NullableCell<TcpSocket> socket;
  private final NullableCell<Pending> pending;
  private final LongCell ticket;

  /**
   * Whom to call, and how.
   *
   * @param address the address and port
   * @param source the own address, or null for the one that routing chooses
   * @param sourcePort the own port, or 0 for a free one
   * @param tls how to begin encryption; null for a connection in clear
   * @param connectTimeout how long opening may take, in nanoseconds
   * @param readTimeout how long an answer may take, in nanoseconds
   * @param name who connects, for the trace
   * @param client whose connection it is
   */
  public record Target(
      SocketAddress address,
      @Nullable IpAddress source,
      int sourcePort,
      @Nullable ClientHello tls,
      long connectTimeout,
      long readTimeout,
      String name,
      Sockets.Client client) {

    /** A connection of the superuser that sends one SYN. */
    public Target(
        SocketAddress address,
        @Nullable IpAddress source,
        int sourcePort,
        @Nullable ClientHello tls,
        long connectTimeout,
        long readTimeout,
        String name) {
      this(
          address, source, sourcePort, tls, connectTimeout, readTimeout, name, Sockets.Client.ROOT);
    }
  }

  private record Pending(HttpRequest request, HttpCallback callback, boolean sent) {}

  /** Prepares a connection from a host. */
  public HttpClient(Host host, Target target) {
    this.host = host;
    this.target = target;
    this.simulation = host.simulation();
    this.socket = new NullableCell<>(simulation.journal());
    this.pending = new NullableCell<>(simulation.journal());
    this.ticket = new LongCell(simulation.journal(), NO_TICKET);
  }

  /** Whom it calls. */
  public Target target() {
    return target;
  }

  /** The own end; null while there is none. */
  public @Nullable SocketAddress local() {
    TcpSocket open = socket.get();
    return open == null ? null : open.local();
  }

  /** Sends a request, over the open connection or a new one. The callback may be called at once. */
  public void send(HttpRequest request, HttpCallback callback) {
    if (pending.get() != null) {
      throw new IllegalStateException("the answer to the request before is not there yet");
    }
    pending.set(new Pending(request, callback, false));
    TcpSocket open = socket.get();
    if (open != null && open.state() == TcpSocket.State.ESTABLISHED) {
      transmit(open);
      return;
    }
    startTimer(target.connectTimeout);
    TcpSocket opened =
        host.sockets()
            .connect(
                target.address, target.source, target.sourcePort, this, target.name, target.client);
    if (opened == null) {
      fail(new SocketFailure(SocketError.ENETUNREACH, null));
    } else {
      socket.set(opened);
    }
  }

  /** Whether it is open and takes a request. */
  public boolean isIdle() {
    TcpSocket open = socket.get();
    return open != null && open.state() == TcpSocket.State.ESTABLISHED && pending.get() == null;
  }

  /** Closes the connection in order. */
  public void close() {
    stopTimer();
    pending.set(null);
    TcpSocket open = socket.get();
    if (open != null) {
      open.close();
    }
  }

  /** Forgets the connection without a word, as a client that has given up. */
  public void abandon() {
    stopTimer();
    pending.set(null);
    TcpSocket open = socket.get();
    if (open != null) {
      open.abandon();
    }
  }

  @Override
  public void onConnected(TcpSocket opened) {
    socket.set(opened); // over loopback everything happens before connect returns
    if (target.tls == null) {
      transmit(opened);
    } else {
      opened.send(target.tls);
    }
  }

  private void transmit(TcpSocket open) {
    Pending waiting = pending.get();
    if (waiting != null) {
      pending.set(new Pending(waiting.request, waiting.callback, true));
      startTimer(target.readTimeout);
      open.send(waiting.request);
    }
  }

  @Override
  public void onMessage(TcpSocket open, Object message) {
    Pending waiting = pending.get();
    if (message instanceof ServerHello) {
      transmit(open);
    } else if (waiting != null && message instanceof HttpResponse response) {
      takeResponse(open, waiting, response);
    }
  }

  private void takeResponse(TcpSocket open, Pending waiting, HttpResponse response) {
    if (!waiting.sent) {
      open.close();
      fail(handshakeFailure(open, response));
      return;
    }
    stopTimer();
    pending.set(null);
    waiting.callback.onResponse(this, response);
  }

  private static SocketFailure handshakeFailure(TcpSocket open, HttpResponse response) {
    String why = open.remote() + " does not speak TLS: it answered " + response.status();
    return new SocketFailure(
        SocketError.ECONNRESET, new Refusal(Refusal.Cause.RESET, open.host().name(), why));
  }

  @Override
  public void onPeerClosed(TcpSocket open) {
    open.close();
    String why = open.remote() + " closed the connection without an answer";
    fail(
        new SocketFailure(
            SocketError.ECONNRESET, new Refusal(Refusal.Cause.RESET, open.host().name(), why)));
  }

  @Override
  public void onFailed(TcpSocket open, SocketFailure failure) {
    socket.set(open);
    fail(failure);
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    ticket.set(NO_TICKET);
    TcpSocket open = socket.get();
    if (open != null) {
      open.abandon();
    }
    fail(new SocketFailure(SocketError.ETIMEDOUT, null));
  }

  private void fail(SocketFailure failure) {
    stopTimer();
    Pending waiting = pending.get();
    if (waiting != null) {
      pending.set(null);
      waiting.callback.onFailure(this, failure, waiting.sent);
    }
  }

  private void startTimer(long delay) {
    stopTimer();
    ticket.set(simulation.scheduleTimer(delay, this, 0, 0, null));
  }

  private void stopTimer() {
    if (ticket.get() != NO_TICKET) {
      simulation.cancel(ticket.get());
      ticket.set(NO_TICKET);
    }
  }
}
