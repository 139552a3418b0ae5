package io.kubehop.ingress.nginx.stream;

import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.http.ProxyHeader;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.ingress.proxy.Explanation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client's connection and the one that was opened for it. */
final class StreamSession {
  private final TcpSocket client;
  private final Explanation explanation;
  private final NullableCell<TcpSocket> upstream;
  private final NullableCell<ProxyHeader> header;
  private final RefCell<List<Object>> waiting;
  private final RefCell<List<SocketAddress>> tried;

  StreamSession(TcpSocket client, String name, Journal journal) {
    this.client = client;
    this.explanation = Explanation.of(client, name);
    this.upstream = new NullableCell<>(journal);
    this.header = new NullableCell<>(journal);
    this.waiting = new RefCell<>(journal, List.of());
    this.tried = new RefCell<>(journal, List.of());
  }

  TcpSocket client() {
    return client;
  }

  Explanation explanation() {
    return explanation;
  }

  /** The connection to an endpoint; null while there is none. */
  @Nullable TcpSocket upstream() {
    return upstream.get();
  }

  void setUpstream(@Nullable TcpSocket socket) {
    upstream.set(socket);
  }

  /** How the client introduced itself; null if it did not. */
  @Nullable ProxyHeader header() {
    return header.get();
  }

  void setHeader(ProxyHeader value) {
    header.set(value);
  }

  /** The endpoints that connections were attempted to, in order. */
  List<SocketAddress> tried() {
    return tried.get();
  }

  void addTried(SocketAddress endpoint) {
    List<SocketAddress> all = new ArrayList<>(tried.get());
    all.add(endpoint);
    tried.set(List.copyOf(all));
  }

  /** Keeps a message until there is a connection to send it on. */
  void hold(Object message) {
    List<Object> all = new ArrayList<>(waiting.get());
    all.add(message);
    waiting.set(List.copyOf(all));
  }

  /** Takes what was kept. */
  List<Object> release() {
    List<Object> all = waiting.get();
    waiting.set(List.of());
    return all;
  }
}
