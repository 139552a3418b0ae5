package io.kubehop.core.http;

import io.kubehop.core.app.EchoServer;
import io.kubehop.core.host.DatagramHandler;
import io.kubehop.core.host.DatagramSocket;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.net.SocketAddress;

/**
 * A plain server that speaks whatever its client speaks: to HTTP requests, in clear or encrypted,
 * it answers 200 with an {@link HttpEcho}; to everything else as {@link EchoServer} does. It keeps
 * no state, so one object serves all.
 */
public final class HttpEchoServer implements StreamHandler, DatagramHandler {
  private final HttpServer http =
      new HttpServer(HttpEchoServer::echo, HttpServer.Encryption.AS_CLIENT_BEGINS);
  private final EchoServer plain = new EchoServer();

  /** Makes a server. */
  public HttpEchoServer() {}

  private static void echo(HttpExchange exchange) {
    HttpConnection connection = exchange.connection();
    TcpSocket socket = connection.socket();
    HttpEcho echo =
        new HttpEcho(
            socket.host().name(),
            socket.local(),
            socket.remote(),
            connection.isTls(),
            exchange.request());
    exchange.respond(new HttpResponse(200, HttpHeaders.NONE, echo));
  }

  @Override
  public void onMessage(TcpSocket socket, Object message) {
    http.onMessage(socket, message);
  }

  @Override
  public void onPeerClosed(TcpSocket socket) {
    http.onPeerClosed(socket);
  }

  @Override
  public void onFailed(TcpSocket socket, SocketFailure failure) {
    http.onFailed(socket, failure);
  }

  @Override
  public void onDatagram(
      DatagramSocket socket, SocketAddress to, SocketAddress from, Object message) {
    plain.onDatagram(socket, to, from, message);
  }
}
