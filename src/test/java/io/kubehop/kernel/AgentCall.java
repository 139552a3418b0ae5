package io.kubehop.kernel;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One call: connect, send a message, read the answer, close.
 *
 * @param patience milliseconds that connecting may take, and waiting for the answer once more
 */
record AgentCall(String protocol, InetSocketAddress target, int sourcePort, int patience) {
  /** As long as the model's messages, for the sake of {@code -m length}. */
  static final int STREAM_MESSAGE = 512;

  static final int DATAGRAM_MESSAGE = 100;

  /** Reads {@code PROTOCOL ADDRESS PORT SOURCE-PORT}. */
  static AgentCall parse(String text, int patience) {
    String[] words = text.split(" ");
    return new AgentCall(
        words[0],
        new InetSocketAddress(words[1], Integer.parseInt(words[2])),
        Integer.parseInt(words[3]),
        patience);
  }

  /** Returns {@code delivered ANSWER}, or {@code failed ERRNO}. */
  String make() {
    try {
      return "delivered " + (protocol.equals("tcp") ? overTcp() : overUdp());
    } catch (IOException e) {
      return "failed " + errno(e);
    }
  }

  private String overTcp() throws IOException {
    try (Socket socket = new Socket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(sourcePort));
      socket.connect(target, patience);
      socket.setSoTimeout(patience);
      socket.getOutputStream().write(new byte[STREAM_MESSAGE]);
      byte[] answer = new byte[STREAM_MESSAGE];
      int length = socket.getInputStream().read(answer);
      if (length < 0) {
        throw new IOException("closed by the server");
      }
      return new String(answer, 0, length, StandardCharsets.UTF_8).strip();
    }
  }

  private String overUdp() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(sourcePort)) {
      socket.connect(target);
      socket.setSoTimeout(patience);
      socket.send(new DatagramPacket(new byte[DATAGRAM_MESSAGE], DATAGRAM_MESSAGE));
      DatagramPacket answer = new DatagramPacket(new byte[DATAGRAM_MESSAGE], DATAGRAM_MESSAGE);
      socket.receive(answer);
      return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8).strip();
    }
  }

  private static String errno(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return "ETIMEDOUT";
    }
    if (e instanceof PortUnreachableException) {
      return "ECONNREFUSED";
    }
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return Errno.of(message);
  }

  /** The C library's words for errors that a call can end with. */
  private enum Errno {
    ECONNREFUSED("connection refused"),
    ENETUNREACH("network is unreachable"),
    EHOSTUNREACH("no route to host"),
    ENOPROTOOPT("protocol not available"),
    EACCES("permission denied"),
    EPERM("operation not permitted"),
    ECONNRESET("connection reset"),
    EINVAL("invalid argument"),
    ETIMEDOUT("timed out");

    private final String words;

    Errno(String words) {
      this.words = words;
    }

    static String of(String message) {
      for (Errno errno : values()) {
        if (message.contains(errno.words)) {
          return errno.name();
        }
      }
      return "EUNKNOWN " + message;
    }
  }
}
