package io.kubehop.core.host;

/**
 * An application's side of a TCP connection. One handler may serve many sockets; what it remembers
 * of each must be journalled, for instance in the socket's attachment.
 */
public interface StreamHandler {

  /** The handshake is over; the socket can send. */
  default void onConnected(TcpSocket socket) {}

  /** The other side sent a message. */
  default void onMessage(TcpSocket socket, Object message) {}

  /** The other side will send nothing more. The default closes this side too. */
  default void onPeerClosed(TcpSocket socket) {
    socket.close();
  }

  /** The connection was refused or broken; nothing comes any more. */
  default void onFailed(TcpSocket socket, SocketFailure failure) {}
}
