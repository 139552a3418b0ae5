package io.kubehop.core.http;

import io.kubehop.core.app.Echo;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;
import java.util.List;

/**
 * The serving end of HTTP connections. Connections are kept open until the client closes them or
 * one side asks for the end with {@code Connection: close}.
 *
 * <p>To bytes that are no HTTP it answers with an {@link Echo}, as a real server would answer with
 * an error: a plain TCP client learns that somebody is there.
 */
public final class HttpServer implements StreamHandler {

  /** Whether connections are encrypted. */
  public enum Encryption {
    /** In clear; a client that begins with TLS gets an error. */
    NEVER,
    /** Encrypted; a request in clear gets an error. */
    ALWAYS,
    /** As the client begins. */
    AS_CLIENT_BEGINS
  }

  private static final HttpHeaders CLOSE = HttpHeaders.of("Connection", "close");

  private final HttpHandler handler;
  private final Encryption encryption;
  private final boolean expectsProxyHeader;

  /** Makes a server. */
  public HttpServer(HttpHandler handler, Encryption encryption) {
    this(handler, encryption, false);
  }

  /** Makes a server; with {@code expectsProxyHeader} each connection must begin with one. */
  public HttpServer(HttpHandler handler, Encryption encryption, boolean expectsProxyHeader) {
    this.handler = handler;
    this.encryption = encryption;
    this.expectsProxyHeader = expectsProxyHeader;
  }

  @Override
  public void onMessage(TcpSocket socket, Object message) {
    HttpConnection connection = HttpConnection.of(socket);
    if (expectsProxyHeader && connection.proxyHeader() == null) {
      introduce(connection, message);
    } else if (message instanceof ClientHello hello) {
      encrypt(connection, hello);
    } else if (message instanceof HttpRequest request) {
      serve(connection, request);
    } else {
      socket.send(new Echo(socket.host().name(), socket.local(), socket.remote()));
    }
  }

  private static void introduce(HttpConnection connection, Object message) {
    if (message instanceof ProxyHeader header) {
      connection.setProxyHeader(header);
    } else {
      connection.socket().abort("the connection does not begin with a PROXY header");
    }
  }

  private void encrypt(HttpConnection connection, ClientHello hello) {
    if (encryption == Encryption.NEVER) {
      badRequest(connection, "a TLS handshake on a port in clear");
    } else {
      connection.setHello(hello);
      connection.socket().send(new ServerHello(handler.certificate(hello.serverName())));
    }
  }

  private void serve(HttpConnection connection, HttpRequest request) {
    if (encryption == Encryption.ALWAYS && !connection.isTls()) {
      badRequest(connection, "the plain HTTP request was sent to HTTPS port");
    } else {
      handler.handle(new HttpExchange(connection, request));
    }
  }

  private static void badRequest(HttpConnection connection, String why) {
    Relay relay = Relay.answer(connection.socket().host().name(), "", List.of(why));
    connection.socket().send(new HttpResponse(400, CLOSE, why).through(relay));
    connection.socket().close();
  }

  @Override
  public void onPeerClosed(TcpSocket socket) {
    handler.closed(HttpConnection.of(socket));
    socket.close();
  }

  @Override
  public void onFailed(TcpSocket socket, SocketFailure failure) {
    handler.closed(HttpConnection.of(socket));
  }
}
