package io.kubehop.core.app;

import io.kubehop.core.host.DatagramHandler;
import io.kubehop.core.host.DatagramSocket;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.net.SocketAddress;

/**
 * A server that answers every message with an {@link Echo}, over TCP, UDP and SCTP. It keeps no
 * state, so one object serves all.
 */
public final class EchoServer implements StreamHandler, DatagramHandler {

  /** Makes a server. */
  public EchoServer() {}

  @Override
  public void onMessage(TcpSocket socket, Object message) {
    socket.send(new Echo(socket.host().name(), socket.local(), socket.remote()));
  }

  @Override
  public void onDatagram(
      DatagramSocket socket, SocketAddress to, SocketAddress from, Object message) {
    if (!(message instanceof Echo)) { // or two servers that answer would never end
      socket.send(to, from, new Echo(socket.host().name(), to, from));
    }
  }
}
