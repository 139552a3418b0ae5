package io.kubehop.scenarios.cli.serve;

import io.kubehop.core.net.Protocol;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** One TCP connection: messages with their length in front, until the client is silent. */
final class StreamSession implements Runnable {
  /** How long CoreDNS keeps a connection on which nothing comes. */
  private static final int IDLE_MILLISECONDS = 10_000;

  private final Socket socket;
  private final LoopbackServer server;

  StreamSession(Socket socket, LoopbackServer server) {
    this.socket = socket;
    this.server = server;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setSoTimeout(IDLE_MILLISECONDS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        byte[] query = new byte[in.readUnsignedShort()];
        in.readFully(query);
        server.ask(
            Protocol.TCP, socket.getRemoteSocketAddress(), query, answer -> send(out, answer));
      }
    } catch (IOException ended) {
      // The client has closed, is silent, or is gone.
    }
  }

  /** Length and message in one piece: some clients read no further than the first segment. */
  private static void send(DataOutputStream out, byte[] answer) {
    byte[] framed = new byte[answer.length + 2];
    framed[0] = (byte) (answer.length >>> 8);
    framed[1] = (byte) answer.length;
    System.arraycopy(answer, 0, framed, 2, answer.length);
    try {
      out.write(framed);
      out.flush();
    } catch (IOException gone) {
      // The client did not wait for the answer.
    }
  }
}
