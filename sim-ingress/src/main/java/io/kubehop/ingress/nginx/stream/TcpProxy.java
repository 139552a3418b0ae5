package io.kubehop.ingress.nginx.stream;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketError;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.host.Sockets;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.http.ProxyHeader;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Simulation;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Passes TCP connections of one port on to the endpoints of a Service (ngx_stream_proxy_module): an
 * endpoint that cannot be reached is followed by the next, three times at most.
 */
final class TcpProxy implements StreamHandler, EventHandler {
  private static final int CHOOSE = 0;
  private static final int CONNECT_TIMEOUT = 1;
  private static final long TIMEOUT = Duration.ofSeconds(60).toNanos();
  private static final int TRIES = 3;

  private final String name;
  private final Host host;
  private final Simulation simulation;
  private final StreamService service;
  private final StreamEndpoints endpoints;
  private final StreamHandler upstreams = new Upstreams();

  /**
   * Makes a proxy.
   *
   * @param name who it is, for the trace
   * @param service what it serves
   * @param endpoints where connections go now
   */
  TcpProxy(String name, Host host, StreamService service, StreamEndpoints endpoints) {
    this.name = name;
    this.host = host;
    this.simulation = host.simulation();
    this.service = service;
    this.endpoints = endpoints;
  }

  /** What a client's leg has come to. */
  private record Arrival(String host, IpAddress client, int port) {}

  @Override
  public void onConnected(TcpSocket client) {
    StreamSession session = new StreamSession(client, name, simulation.journal());
    client.attach(session);
    if (!service.decodesProxy()) {
      begin(session);
    }
  }

  private void begin(StreamSession session) {
    simulation.endLeg(
        new Arrival(host.name(), session.client().remote().address(), service.port()));
    simulation.scheduleTimer(0, this, CHOOSE, 0, session);
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (kind == CHOOSE) {
      choose((StreamSession) Objects.requireNonNull(payload));
    } else {
      TcpSocket late = (TcpSocket) Objects.requireNonNull(payload);
      if (late.state() == TcpSocket.State.SYN_SENT) {
        late.abandon();
        failed(late, new SocketFailure(SocketError.ETIMEDOUT, null));
      }
    }
  }

  private void choose(StreamSession session) {
    if (session.client().state() == TcpSocket.State.CLOSED) {
      return;
    }
    if (session.tried().isEmpty()) {
      session.explanation().add("port " + service.port() + " is for " + service.label());
    }
    SocketAddress endpoint = endpoints.next(service.port(), session.tried());
    if (endpoint == null) {
      giveUp(session, "no endpoint");
      return;
    }
    session.explanation().add("connects to " + endpoint);
    session.explanation().tell();
    session.addTried(endpoint);
    connect(session, endpoint);
  }

  private void connect(StreamSession session, SocketAddress endpoint) {
    TcpSocket upstream =
        host.sockets().connect(endpoint, null, 0, upstreams, name, Sockets.Client.ROOT);
    if (upstream == null) {
      giveUp(session, "no route to " + endpoint);
      return;
    }
    upstream.attach(session);
    session.setUpstream(upstream);
    if (upstream.state() == TcpSocket.State.SYN_SENT) {
      simulation.scheduleTimer(TIMEOUT, this, CONNECT_TIMEOUT, 0, upstream);
    }
  }

  /** A socket that is closed with bytes that nobody has read is reset. */
  private static void giveUp(StreamSession session, String why) {
    session.explanation().add(why);
    session.explanation().tell();
    session.client().abort(why);
  }

  @Override
  public void onMessage(TcpSocket client, Object message) {
    if (!(client.attachment() instanceof StreamSession session)) {
      return;
    }
    if (service.decodesProxy() && session.header() == null) {
      introduce(session, message);
      return;
    }
    TcpSocket upstream = session.upstream();
    if (upstream != null && upstream.state() == TcpSocket.State.ESTABLISHED) {
      upstream.send(message);
    } else {
      session.hold(message);
    }
  }

  private void introduce(StreamSession session, Object message) {
    if (message instanceof ProxyHeader header) {
      session.setHeader(header);
      begin(session);
    } else {
      giveUp(session, "the connection does not begin with a PROXY header");
    }
  }

  @Override
  public void onPeerClosed(TcpSocket client) {
    closeUpstream(client);
    client.close();
  }

  @Override
  public void onFailed(TcpSocket client, SocketFailure failure) {
    closeUpstream(client);
  }

  private static void closeUpstream(TcpSocket client) {
    if (client.attachment() instanceof StreamSession session) {
      TcpSocket upstream = session.upstream();
      if (upstream != null) {
        upstream.close();
      }
    }
  }

  private void failed(TcpSocket upstream, SocketFailure failure) {
    if (!(upstream.attachment() instanceof StreamSession session)) {
      return;
    }
    session.explanation().add(upstream.remote() + " fails: " + failure.error());
    session.setUpstream(null);
    if (session.tried().size() < TRIES) {
      simulation.scheduleTimer(0, this, CHOOSE, 0, session);
    } else {
      giveUp(session, "no endpoint answers");
    }
  }

  /** The other side: connections to endpoints. */
  private final class Upstreams implements StreamHandler {
    @Override
    public void onConnected(TcpSocket upstream) {
      if (!(upstream.attachment() instanceof StreamSession session)) {
        return;
      }
      if (service.encodesProxy()) {
        upstream.send(header(session));
      }
      session.release().forEach(upstream::send);
    }

    private ProxyHeader header(StreamSession session) {
      ProxyHeader given = session.header();
      TcpSocket client = session.client();
      return given == null ? new ProxyHeader(client.remote(), client.local()) : given;
    }

    @Override
    public void onMessage(TcpSocket upstream, Object message) {
      if (upstream.attachment() instanceof StreamSession session) {
        session.client().send(message);
      }
    }

    @Override
    public void onPeerClosed(TcpSocket upstream) {
      upstream.close();
      if (upstream.attachment() instanceof StreamSession session) {
        session.client().close();
      }
    }

    @Override
    public void onFailed(TcpSocket upstream, SocketFailure failure) {
      if (!(upstream.attachment() instanceof StreamSession session)) {
        return;
      }
      if (failure.error() == SocketError.ECONNRESET) {
        session.client().abort("the endpoint has reset the connection");
      } else {
        failed(upstream, failure);
      }
    }
  }
}
