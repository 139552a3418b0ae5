package io.kubehop.ingress.nginx.stream;

import io.kubehop.core.host.DatagramHandler;
import io.kubehop.core.host.DatagramSocket;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.Sockets;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Passes the datagrams of one port on to the endpoints of a Service (ngx_stream_proxy_module). One
 * answer ends a session (proxy_responses 1): the client's next datagram is balanced anew.
 */
final class UdpProxy implements DatagramHandler, EventHandler {
  private final String name;
  private final Host host;
  private final Simulation simulation;
  private final int port;
  private final StreamEndpoints endpoints;
  private final JournaledMap<SocketAddress, DatagramSocket> sessions;

  UdpProxy(String name, Host host, int port, StreamEndpoints endpoints) {
    this.name = name;
    this.host = host;
    this.simulation = host.simulation();
    this.port = port;
    this.endpoints = endpoints;
    this.sessions = new JournaledMap<>(simulation.journal());
  }

  /** What a client's leg has come to. */
  private record Arrival(String host, IpAddress client, int port) {}

  private record Question(
      DatagramSocket socket, SocketAddress called, SocketAddress client, Object message) {}

  @Override
  public void onDatagram(
      DatagramSocket socket, SocketAddress to, SocketAddress from, Object message) {
    DatagramSocket open = sessions.get(from);
    if (open != null) {
      open.send(message);
      return;
    }
    simulation.endLeg(new Arrival(host.name(), from.address(), port));
    simulation.scheduleTimer(0, this, 0, 0, new Question(socket, to, from, message));
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    Question question = (Question) Objects.requireNonNull(payload);
    SocketAddress endpoint = endpoints.next(port, List.of());
    if (endpoint == null) {
      return;
    }
    DatagramSocket upstream =
        host.sockets()
            .connect(
                Protocol.UDP, endpoint, null, 0, new Answers(question), name, Sockets.Client.ROOT);
    if (upstream != null) {
      sessions.put(question.client, upstream);
      upstream.send(question.message);
    }
  }

  /** What comes back for one client. */
  private final class Answers implements DatagramHandler {
    private final Question question;

    Answers(Question question) {
      this.question = question;
    }

    @Override
    public void onDatagram(
        DatagramSocket upstream, SocketAddress to, SocketAddress from, Object message) {
      sessions.remove(question.client);
      upstream.close();
      question.socket.send(question.called, question.client, message);
    }
  }
}
