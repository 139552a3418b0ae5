package io.kubehop.kernel;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Answers every message with {@code NAME SERVER-ADDRESS:PORT CLIENT-ADDRESS:PORT}, as it sees them.
 */
final class AgentServer {
  private static final int QUIET_MILLISECONDS = 10_000;
  private static final int BACKLOG = 200;

  private final String name;

  private AgentServer(String name) {
    this.name = name;
  }

  /** Begins to serve on ports of addresses, over TCP and UDP. */
  static void start(String name, String addressesAndPorts) throws IOException {
    AgentServer server = new AgentServer(name);
    String[] words = addressesAndPorts.split(" ");
    for (String port : words[1].split(",")) {
      for (String address : words[0].split(",")) {
        InetSocketAddress here = new InetSocketAddress(address, Integer.parseInt(port));
        server.serveStreams(here);
        server.serveDatagrams(here);
      }
    }
  }

  private void serveStreams(InetSocketAddress here) throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(here, BACKLOG);
    background(
        () -> {
          while (true) {
            Socket accepted = listener.accept();
            background(() -> answer(accepted));
          }
        });
  }

  private void answer(Socket accepted) throws IOException {
    try (Socket socket = accepted) {
      socket.setSoTimeout(QUIET_MILLISECONDS);
      byte[] message = new byte[AgentCall.STREAM_MESSAGE];
      while (socket.getInputStream().read(message) > 0) {
        String seen = seen(socket.getLocalSocketAddress(), socket.getRemoteSocketAddress());
        socket.getOutputStream().write(padded(seen, AgentCall.STREAM_MESSAGE));
      }
    }
  }

  private void serveDatagrams(InetSocketAddress here) throws IOException {
    DatagramSocket socket = new DatagramSocket(here);
    background(
        () -> {
          while (true) {
            DatagramPacket request =
                new DatagramPacket(
                    new byte[AgentCall.DATAGRAM_MESSAGE], AgentCall.DATAGRAM_MESSAGE);
            socket.receive(request);
            reply(socket, request.getSocketAddress());
          }
        });
  }

  /** Answers; what the node forbids to send is lost. */
  private void reply(DatagramSocket socket, SocketAddress client) {
    byte[] answer =
        padded(seen(socket.getLocalSocketAddress(), client), AgentCall.DATAGRAM_MESSAGE);
    try {
      socket.send(new DatagramPacket(answer, answer.length, client));
    } catch (IOException e) {
      // The next client may have more luck.
    }
  }

  private static byte[] padded(String text, int length) {
    return (text + " ".repeat(length - text.length())).getBytes(StandardCharsets.UTF_8);
  }

  private String seen(SocketAddress server, SocketAddress client) {
    return name + " " + text(server) + " " + text(client);
  }

  private static String text(SocketAddress address) {
    InetSocketAddress internet = (InetSocketAddress) address;
    InetAddress ip = internet.getAddress();
    String text = ip.getHostAddress();
    return (text.contains(":") ? "[" + text + "]" : text) + ":" + internet.getPort();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void background(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // A client that has gone away ends its own connection only.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
