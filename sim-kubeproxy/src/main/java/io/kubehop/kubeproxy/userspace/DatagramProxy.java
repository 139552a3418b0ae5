package io.kubehop.kubeproxy.userspace;

import io.kubehop.core.host.DatagramHandler;
import io.kubehop.core.host.DatagramSocket;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.host.Sockets;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries the datagrams of one proxy port on (proxysocket.go, {@code udpProxySocket}). Each client
 * has a socket of its own to its endpoint, so that answers find their way back, until it has been
 * silent for a while.
 */
final class DatagramProxy implements DatagramHandler {
  /** {@code udpIdleTimeout} of the configuration, 250 ms by default. */
  private static final long IDLE_TIMEOUT = TimeUnit.MILLISECONDS.toNanos(250);

  private final Host host;
  private final Simulation simulation;
  private final RoundRobin endpoints;
  private final String name;
  private final JournaledMap<SocketAddress, Flow> flows;

  DatagramProxy(Host host, RoundRobin endpoints, String name) {
    this.host = host;
    this.simulation = host.simulation();
    this.endpoints = endpoints;
    this.name = name;
    this.flows = new JournaledMap<>(simulation.journal());
  }

  private record Flow(DatagramSocket endpoint, long lastUsed) {}

  @Override
  public void onDatagram(
      DatagramSocket socket, SocketAddress to, SocketAddress from, Object message) {
    DatagramSocket endpoint = endpointOf(socket, to, from);
    if (endpoint != null) {
      flows.put(from, new Flow(endpoint, simulation.now()));
      endpoint.send(message);
    }
  }

  /** Without an endpoint the datagram is lost. */
  private @Nullable DatagramSocket endpointOf(
      DatagramSocket listening, SocketAddress to, SocketAddress client) {
    Flow known = flows.get(client);
    if (known != null && simulation.now() - known.lastUsed() < IDLE_TIMEOUT) {
      return known.endpoint();
    }
    if (known != null) {
      known.endpoint().close();
      flows.remove(client);
    }
    SocketAddress chosen = endpoints.choose(client.address(), false);
    if (chosen == null) {
      return null;
    }
    return host.sockets()
        .connect(
            Protocol.UDP,
            chosen,
            null,
            0,
            new Answers(listening, to, client),
            name,
            Sockets.Client.ROOT);
  }

  /** Passes on what an endpoint answers to one client. */
  private final class Answers implements DatagramHandler {
    private final DatagramSocket listening;
    private final SocketAddress called;
    private final SocketAddress client;

    Answers(DatagramSocket listening, SocketAddress called, SocketAddress client) {
      this.listening = listening;
      this.called = called;
      this.client = client;
    }

    @Override
    public void onDatagram(
        DatagramSocket socket, SocketAddress to, SocketAddress from, Object message) {
      flows.put(client, new Flow(socket, simulation.now()));
      listening.send(called, client, message);
    }

    @Override
    public void onFailed(DatagramSocket socket, SocketFailure failure) {
      socket.close();
      flows.remove(client);
    }
  }
}
