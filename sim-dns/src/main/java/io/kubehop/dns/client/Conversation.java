package io.kubehop.dns.client;

import io.kubehop.core.host.DatagramHandler;
import io.kubehop.core.host.DatagramSocket;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketError;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.host.Sockets;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.MalformedMessageException;
import java.util.ArrayList;
import java.util.List;

/**
 * One connected socket of a client to one server. Several questions may be open at a time.
 *
 * <p>To an address of the same host everything happens at once: the listener may hear of an answer
 * before {@link #ask} returns.
 */
public final class Conversation implements DatagramHandler, StreamHandler {
  private final Host host;
  private final Protocol protocol;
  private final SocketAddress server;
  private final ConversationListener listener;
  private final NullableCell<DatagramSocket> datagrams;
  private final NullableCell<TcpSocket> stream;
  private final RefCell<List<DnsPacket>> waiting;
  private final RefCell<Boolean> open;

  /**
   * Prepares a conversation; the first question opens the socket.
   *
   * @param protocol UDP or TCP
   * @param server whom to ask
   */
  public Conversation(
      Host host, Protocol protocol, SocketAddress server, ConversationListener listener) {
    this.host = host;
    this.protocol = protocol;
    this.server = server;
    this.listener = listener;
    this.datagrams = new NullableCell<>(host.simulation().journal());
    this.stream = new NullableCell<>(host.simulation().journal());
    this.waiting = new RefCell<>(host.simulation().journal(), List.of());
    this.open = new RefCell<>(host.simulation().journal(), true);
  }

  /** Whom it is with. */
  public SocketAddress server() {
    return server;
  }

  /** Whether it goes over TCP. */
  public boolean isTcp() {
    return protocol == Protocol.TCP;
  }

  /** Sends a question. */
  public void ask(DnsMessage question) {
    DnsPacket packet = DnsPacket.of(question, DnsPacket.LARGEST_SIZE);
    if (isTcp()) {
      askByStream(packet);
    } else {
      askByDatagram(packet);
    }
  }

  private void askByDatagram(DnsPacket packet) {
    DatagramSocket socket = datagrams.get();
    if (socket == null) {
      socket =
          host.sockets()
              .connect(Protocol.UDP, server, null, 0, this, "DNS client", Sockets.Client.ROOT);
      datagrams.set(socket);
    }
    SocketError error = socket == null ? SocketError.ENETUNREACH : socket.send(packet);
    if (error != null) {
      fail(new SocketFailure(error, null));
    }
  }

  private void askByStream(DnsPacket packet) {
    TcpSocket socket = stream.get();
    if (socket != null && socket.state() == TcpSocket.State.ESTABLISHED) {
      socket.send(packet);
      return;
    }
    List<DnsPacket> more = new ArrayList<>(waiting.get());
    more.add(packet);
    waiting.set(List.copyOf(more));
    if (socket == null) {
      connect();
    }
  }

  private void connect() {
    TcpSocket socket =
        host.sockets().connect(server, null, 0, this, "DNS client", Sockets.Client.ROOT);
    if (socket == null) {
      fail(new SocketFailure(SocketError.ENETUNREACH, null));
    } else if (open.get()) {
      stream.set(socket);
    }
  }

  /** Ends the conversation; the listener hears nothing more. */
  public void close() {
    open.set(false);
    DatagramSocket socket = datagrams.get();
    if (socket != null) {
      socket.close();
    }
    TcpSocket connected = stream.get();
    if (connected != null) {
      connected.close();
    }
  }

  private void fail(SocketFailure failure) {
    if (open.get()) {
      listener.onFailed(this, failure);
    }
  }

  @Override
  public void onDatagram(
      DatagramSocket socket, SocketAddress to, SocketAddress from, Object message) {
    take(message);
  }

  @Override
  public void onFailed(DatagramSocket socket, SocketFailure failure) {
    fail(failure);
  }

  @Override
  public void onConnected(TcpSocket socket) {
    stream.set(socket);
    List<DnsPacket> packets = waiting.get();
    waiting.set(List.of());
    packets.forEach(socket::send);
  }

  @Override
  public void onMessage(TcpSocket socket, Object message) {
    take(message);
  }

  @Override
  public void onPeerClosed(TcpSocket socket) {
    socket.close();
    fail(new SocketFailure(SocketError.ECONNRESET, null));
  }

  @Override
  public void onFailed(TcpSocket socket, SocketFailure failure) {
    fail(failure);
  }

  private void take(Object payload) {
    if (open.get() && payload instanceof DnsPacket packet) {
      try {
        listener.onReply(this, packet.message());
      } catch (MalformedMessageException e) {
        // A client drops what it cannot read, and goes on waiting.
      }
    }
  }
}
