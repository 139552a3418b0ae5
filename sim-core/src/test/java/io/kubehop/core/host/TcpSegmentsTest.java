package io.kubehop.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Call;
import io.kubehop.core.app.EchoServer;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.trace.TraceRecorder;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The segments of a connection are those that tcpdump shows of Linux 6.18, where a server closes as
 * soon as its client has.
 */
class TcpSegmentsTest {
  private final Host host = new Network(new Simulation(42), 0).addHost("host");

  @Test
  void a_question_and_its_answer_take_ten_segments() {
    host.sockets().listen(null, 80, new Listener("server", new EchoServer()));

    assertThat(segments(80))
        .containsExactly(
            "SYN", "SYN,ACK", "ACK", "ACK,PSH", "ACK", "ACK,PSH", "ACK", "ACK,FIN", "ACK,FIN",
            "ACK");
  }

  @Test
  void a_server_that_stays_open_acknowledges_the_end_alone() {
    host.sockets().listen(null, 80, new Listener("server", new OpenServer()));

    assertThat(segments(80)).endsWith("ACK,FIN", "ACK").hasSize(9);
  }

  @Test
  void a_closed_port_answers_with_a_reset() {
    assertThat(segments(80)).containsExactly("SYN", "ACK,RST");
  }

  private List<String> segments(int port) {
    TraceRecorder recorder = new TraceRecorder(false);
    host.network().setRecorder(recorder);
    SocketAddress target = new SocketAddress(IpAddress.LOOPBACK_V4, port);
    new Call(host, new Call.Target(Protocol.TCP, target, null, 0, 1_000_000_000L, "hello"))
        .complete();
    return recorder.hops().stream()
        .map(hop -> hop.place().summary())
        .map(summary -> summary.substring(summary.lastIndexOf(' ') + 1))
        .toList();
  }

  private static final class OpenServer implements StreamHandler {
    private final EchoServer echo = new EchoServer();

    @Override
    public void onMessage(TcpSocket socket, Object message) {
      echo.onMessage(socket, message);
    }

    @Override
    public void onPeerClosed(TcpSocket socket) {
      // It has more to say.
    }
  }
}
