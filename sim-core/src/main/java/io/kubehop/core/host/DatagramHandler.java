package io.kubehop.core.host;

import io.kubehop.core.net.SocketAddress;

/**
 * An application's side of a UDP socket (or of an SCTP association, which is carried as single
 * messages here).
 */
public interface DatagramHandler {

  /**
   * A message arrived.
   *
   * @param socket the socket that took it
   * @param to the address that the sender called; answers go out from it
   * @param from who sent it
   * @param message what was sent
   */
  void onDatagram(DatagramSocket socket, SocketAddress to, SocketAddress from, Object message);

  /** An earlier message was refused. Only connected sockets get to know. */
  default void onFailed(DatagramSocket socket, SocketFailure failure) {}

  /**
   * An ICMP error of the passing kind (host unreachable and the like) has arrived. Linux counts it
   * and tells the program nothing; an onlooker can see it.
   */
  default void onUnreported(DatagramSocket socket, SocketFailure failure) {}
}
