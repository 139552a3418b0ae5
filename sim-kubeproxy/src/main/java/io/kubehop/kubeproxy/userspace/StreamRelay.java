package io.kubehop.kubeproxy.userspace;

import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.host.Sockets;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries one accepted connection on to an endpoint, and the answers back. An endpoint that does
 * not answer in time is left for the next one; if none does, the client's connection is closed,
 * which the kernel makes a reset while there is something left to read.
 */
final class StreamRelay implements StreamHandler, EventHandler {
  /** Milliseconds for each attempt (proxysocket.go, {@code EndpointDialTimeouts}). */
  private static final int[] DIAL_TIMEOUTS = {250, 500, 1000, 2000};

  private final TcpSocket client;
  private final RoundRobin endpoints;
  private final String name;
  private final Simulation simulation;
  private final LongCell attempts;
  private final LongCell timeout;
  private final NullableCell<TcpSocket> endpoint;
  private final RefCell<List<Object>> waiting;

  StreamRelay(TcpSocket client, RoundRobin endpoints, String name) {
    this.client = client;
    this.endpoints = endpoints;
    this.name = name;
    this.simulation = client.host().simulation();
    this.attempts = new LongCell(simulation.journal(), 0);
    this.timeout = new LongCell(simulation.journal(), -1);
    this.endpoint = new NullableCell<>(simulation.journal());
    this.waiting = new RefCell<>(simulation.journal(), List.of());
  }

  /** Tries the endpoint whose turn it is. */
  void dial() {
    int attempt = (int) attempts.get();
    SocketAddress chosen =
        attempt == DIAL_TIMEOUTS.length
            ? null
            : endpoints.choose(client.remote().address(), attempt > 0);
    if (chosen == null) {
      client.abort("no endpoint took the connection");
      return;
    }
    attempts.set(attempt + 1L);
    long patience = TimeUnit.MILLISECONDS.toNanos(DIAL_TIMEOUTS[attempt]);
    timeout.set(simulation.scheduleTimer(patience, this, 0, attempt, null));
    TcpSocket socket =
        client.host().sockets().connect(chosen, null, 0, this, name, Sockets.Client.ROOT);
    if (socket == null) {
      dialAgain();
    }
  }

  private void dialAgain() {
    simulation.cancel(timeout.get());
    dial();
  }

  /** An attempt took too long. */
  @Override
  public void onEvent(int kind, long attempt, @Nullable Object payload) {
    if (endpoint.get() == null && attempts.get() == attempt + 1) {
      dial();
    }
  }

  @Override
  public void onConnected(TcpSocket socket) {
    if (endpoint.get() != null) {
      socket.close();
      return;
    }
    simulation.cancel(timeout.get());
    endpoint.set(socket);
    waiting.get().forEach(socket::send);
    waiting.set(List.of());
  }

  void toEndpoint(Object message) {
    TcpSocket socket = endpoint.get();
    if (socket != null) {
      socket.send(message);
      return;
    }
    List<Object> more = new ArrayList<>(waiting.get());
    more.add(message);
    waiting.set(List.copyOf(more));
  }

  void closedByClient() {
    TcpSocket socket = endpoint.get();
    if (socket != null) {
      socket.close();
    }
    client.close();
  }

  @Override
  public void onMessage(TcpSocket socket, Object message) {
    client.send(message);
  }

  @Override
  public void onPeerClosed(TcpSocket socket) {
    socket.close();
    client.close();
  }

  @Override
  public void onFailed(TcpSocket socket, SocketFailure failure) {
    if (endpoint.get() == null) {
      dialAgain();
    } else {
      client.close();
    }
  }
}
