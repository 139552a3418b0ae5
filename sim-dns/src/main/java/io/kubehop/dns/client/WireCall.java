package io.kubehop.dns.client;

import io.kubehop.core.host.DatagramHandler;
import io.kubehop.core.host.DatagramSocket;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.host.Sockets;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.dns.message.DnsPacket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Brings one message, well formed or not, to a server as it is, and brings back as they are the
 * bytes that come first. What is no answer to that message is for the caller to find out.
 */
public final class WireCall implements DatagramHandler, StreamHandler, EventHandler {
  private final Host host;
  private final Protocol protocol;
  private final SocketAddress server;
  private final DnsPacket query;
  private final WireListener listener;
  private final NullableCell<DatagramSocket> datagrams;
  private final NullableCell<TcpSocket> stream;
  private final LongCell isOver;
  private final LongCell ticket;

  /**
   * Prepares a call.
   *
   * @param protocol UDP or TCP
   * @param listener hears of the end, once
   */
  public WireCall(
      Host host, Protocol protocol, SocketAddress server, DnsPacket query, WireListener listener) {
    this.host = host;
    this.protocol = protocol;
    this.server = server;
    this.query = query;
    this.listener = listener;
    this.datagrams = new NullableCell<>(host.simulation().journal());
    this.stream = new NullableCell<>(host.simulation().journal());
    this.isOver = new LongCell(host.simulation().journal(), 0);
    this.ticket = new LongCell(host.simulation().journal(), -1);
  }

  /**
   * Sends the message.
   *
   * @param patience after which no answer is waited for
   */
  public void begin(Duration patience) {
    ticket.set(host.simulation().scheduleTimer(patience.toNanos(), this, 0, 0, null));
    Sockets.Client root = Sockets.Client.ROOT;
    if (protocol == Protocol.TCP) {
      stream.set(host.sockets().connect(server, null, 0, this, "DNS client", root));
    } else {
      DatagramSocket socket =
          host.sockets().connect(protocol, server, null, 0, this, "DNS client", root);
      datagrams.set(socket);
      if (socket != null) {
        socket.send(query);
      }
    }
    if (stream.get() == null && datagrams.get() == null) {
      end(null);
    }
  }

  /** Whether the answer is there, or none will come. */
  public boolean isOver() {
    return isOver.get() != 0;
  }

  private void end(@Nullable DnsPacket answer) {
    if (isOver()) {
      return;
    }
    isOver.set(1);
    host.simulation().cancel(ticket.get());
    DatagramSocket socket = datagrams.get();
    if (socket != null) {
      socket.close();
    }
    TcpSocket connected = stream.get();
    if (connected != null) {
      connected.close();
    }
    if (answer == null) {
      listener.onSilence();
    } else {
      listener.onAnswer(answer);
    }
  }

  private void take(Object message) {
    if (message instanceof DnsPacket answer) {
      end(answer);
    }
  }

  @Override
  public void onDatagram(
      DatagramSocket socket, SocketAddress to, SocketAddress from, Object message) {
    take(message);
  }

  @Override
  public void onFailed(DatagramSocket socket, SocketFailure failure) {
    end(null);
  }

  @Override
  public void onConnected(TcpSocket socket) {
    stream.set(socket);
    socket.send(query);
  }

  @Override
  public void onMessage(TcpSocket socket, Object message) {
    take(message);
  }

  @Override
  public void onPeerClosed(TcpSocket socket) {
    end(null);
  }

  @Override
  public void onFailed(TcpSocket socket, SocketFailure failure) {
    end(null);
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    end(null);
  }
}
