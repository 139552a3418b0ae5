package io.kubehop.scenarios.cli.serve;

import io.kubehop.core.net.Protocol;
import io.kubehop.scenarios.cluster.DnsGate;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A DNS server on a loopback address that has a simulated cluster answer, over UDP and TCP. Virtual
 * time passes as real time does, so that entries of caches grow old before the user's eyes.
 *
 * <pre>{@code
 * try (LoopbackServer server = LoopbackServer.open(gate, 5353, served -> {})) {
 *   server.awaitClose();
 * }
 * }</pre>
 */
public final class LoopbackServer implements Closeable {
  private static final int LARGEST_DATAGRAM = 65535;
  private static final int FREE_PORT_TRIES = 20;
  private static final int RECEIVE_BUFFER = 1 << 20;
  private static final Duration TICK = Duration.ofMillis(20);

  private final DnsGate gate;
  private final DatagramSocket datagrams;
  private final ServerSocket listener;
  private final Consumer<Served> log;
  private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::thread);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(LoopbackServer::thread);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Throwable failure;

  private LoopbackServer(
      DnsGate gate, DatagramSocket datagrams, ServerSocket listener, Consumer<Served> log) {
    this.gate = gate;
    this.datagrams = datagrams;
    this.listener = listener;
    this.log = log;
  }

  /**
   * Opens a server.
   *
   * @param port the port; 0 for any that is free for both UDP and TCP
   * @param log hears of each answer, one at a time
   * @throws IOException if the port is not free
   */
  public static LoopbackServer open(DnsGate gate, int port, Consumer<Served> log)
      throws IOException {
    LoopbackServer server = bound(gate, port, log);
    server.threads.execute(server::receiveDatagrams);
    server.threads.execute(server::acceptConnections);
    server.clock.scheduleAtFixedRate(
        server::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    return server;
  }

  private static LoopbackServer bound(DnsGate gate, int port, Consumer<Served> log)
      throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    for (int i = 1; ; i++) {
      ServerSocket listener = new ServerSocket();
      try {
        listener.bind(new InetSocketAddress(loopback, port));
        DatagramSocket datagrams = new DatagramSocket(listener.getLocalPort(), loopback);
        datagrams.setReceiveBufferSize(RECEIVE_BUFFER);
        return new LoopbackServer(gate, datagrams, listener, log);
      } catch (BindException taken) {
        listener.close();
        if (port != 0 || i == FREE_PORT_TRIES) {
          throw taken;
        }
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "kubehop-dns");
    thread.setDaemon(true);
    return thread;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /**
   * Waits until it is closed.
   *
   * @throws IllegalStateException if it closed because the simulation failed
   */
  public void awaitClose() throws InterruptedException {
    closed.await();
    Throwable cause = failure;
    if (cause != null) {
      throw new IllegalStateException(cause);
    }
  }

  private void tick() {
    inSimulation(() -> gate.pass(TICK));
  }

  /** One at a time; a failure ends the server instead of one of its threads. */
  private void inSimulation(Runnable work) {
    synchronized (gate) {
      try {
        work.run();
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError unexpected) {
        failure = unexpected;
        close();
      }
    }
  }

  private void receiveDatagrams() {
    byte[] buffer = new byte[LARGEST_DATAGRAM];
    while (!datagrams.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        datagrams.receive(packet);
      } catch (IOException ended) {
        continue;
      }
      byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
      SocketAddress client = packet.getSocketAddress();
      ask(Protocol.UDP, client, query, answer -> sendDatagram(answer, client));
    }
  }

  private void sendDatagram(byte[] answer, SocketAddress client) {
    try {
      datagrams.send(new DatagramPacket(answer, answer.length, client));
    } catch (IOException gone) {
      // As with any datagram, nobody gets to know.
    }
  }

  private void acceptConnections() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        threads.execute(new StreamSession(socket, this));
      } catch (IOException ended) {
        // Closed, or a client that was gone before it was accepted.
      }
    }
  }

  /** Has the cluster answer; one message at a time enters it. */
  void ask(Protocol protocol, SocketAddress client, byte[] query, Consumer<byte[]> send) {
    inSimulation(
        () ->
            gate.ask(
                protocol,
                query,
                answer -> {
                  log.accept(new Served(protocol.toString(), client, query, answer));
                  send.accept(answer);
                }));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
    datagrams.close();
    try {
      listener.close();
    } catch (IOException unheard) {
      // There is nothing left to lose.
    }
    closed.countDown();
  }
}
