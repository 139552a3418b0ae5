package io.kubehop.core.host;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SctpChunk;
import io.kubehop.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A UDP socket, or an SCTP endpoint whose associations are carried as single messages (a five-tuple
 * is all that middle boxes track).
 */
public final class DatagramSocket {
  private static final int HEADER_LENGTH = 8;
  private static final int MESSAGE_LENGTH = 100;

  private final Host host;
  private final Protocol protocol;
  private final @Nullable SocketAddress local;
  private final @Nullable SocketAddress remote;
  private final DatagramHandler handler;
  private final String name;
  private final int uid;

  DatagramSocket(
      Host host,
      Protocol protocol,
      @Nullable SocketAddress local,
      @Nullable SocketAddress remote,
      DatagramHandler handler,
      String name,
      int uid) {
    this.host = host;
    this.protocol = protocol;
    this.local = local;
    this.remote = remote;
    this.handler = handler;
    this.name = name;
    this.uid = uid;
  }

  /** The host that it is on. */
  public Host host() {
    return host;
  }

  /** UDP or SCTP. */
  public Protocol protocol() {
    return protocol;
  }

  /** Its own end; null if it listens on every address. */
  public @Nullable SocketAddress local() {
    return local;
  }

  /** The other end if it is connected, else null. */
  public @Nullable SocketAddress remote() {
    return remote;
  }

  String name() {
    return name;
  }

  DatagramHandler handler() {
    return handler;
  }

  /** Sends a message to the other end of a connected socket. */
  public @Nullable SocketError send(Object message) {
    if (local == null || remote == null) {
      throw new IllegalStateException("the socket is not connected");
    }
    return send(local, remote, message);
  }

  /**
   * Sends a message.
   *
   * @param from one of the host's own addresses, for an answer the one that was called
   * @param to where it goes
   * @param message an immutable value
   * @return what the program is told at once, or null
   */
  public @Nullable SocketError send(SocketAddress from, SocketAddress to, Object message) {
    Packet packet = host.sockets().take(protocol, from, to);
    packet.setPayload(message);
    // A message stands for the exchange that opens an association too (RFC 9260, 5.1).
    packet.setSctpChunk(remote == null ? SctpChunk.INIT_ACK : SctpChunk.INIT);
    packet.setLength(packet.ipHeaderLength() + HEADER_LENGTH + MESSAGE_LENGTH);
    SocketError error = host.path().send(packet, uid, name);
    host.sockets().release(packet);
    return error;
  }

  /** Closes it; what arrives from now on is refused. */
  public void close() {
    host.sockets().forget(this);
  }
}
