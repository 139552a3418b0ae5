package io.kubehop.core.http;

import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.NullableCell;
import org.jspecify.annotations.Nullable;

/** A connection as a server sees it: the socket, and what the client has said of it so far. */
public final class HttpConnection {
  private final TcpSocket socket;
  private final NullableCell<ClientHello> hello;
  private final NullableCell<ProxyHeader> proxyHeader;
  private final NullableCell<Object> attachment;

  private HttpConnection(TcpSocket socket) {
    Journal journal = socket.host().simulation().journal();
    this.socket = socket;
    this.hello = new NullableCell<>(journal);
    this.proxyHeader = new NullableCell<>(journal);
    this.attachment = new NullableCell<>(journal);
  }

  /** The connection of a socket, made when it is asked for first. */
  static HttpConnection of(TcpSocket socket) {
    if (socket.attachment() instanceof HttpConnection known) {
      return known;
    }
    HttpConnection connection = new HttpConnection(socket);
    socket.attach(connection);
    return connection;
  }

  /** The socket. */
  public TcpSocket socket() {
    return socket;
  }

  /** What the client said to begin encryption; null on a connection in clear. */
  public @Nullable ClientHello hello() {
    return hello.get();
  }

  /** Whether it is encrypted. */
  public boolean isTls() {
    return hello.get() != null;
  }

  /** What a load balancer said before the client; null if nothing. */
  public @Nullable ProxyHeader proxyHeader() {
    return proxyHeader.get();
  }

  /** The client's end: as a load balancer says, else as the socket sees it. */
  public SocketAddress client() {
    ProxyHeader said = proxyHeader.get();
    return said == null ? socket.remote() : said.source();
  }

  /** What the application keeps with the connection; immutable or journalled. */
  public @Nullable Object attachment() {
    return attachment.get();
  }

  /** Keeps something with the connection. */
  public void attach(@Nullable Object value) {
    attachment.set(value);
  }

  void setHello(ClientHello said) {
    hello.set(said);
  }

  void setProxyHeader(ProxyHeader said) {
    proxyHeader.set(said);
  }

  /** The facts, for a digest of the state. */
  @Override
  public String toString() {
    return hello.get() + " " + proxyHeader.get();
  }
}
