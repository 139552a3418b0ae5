package io.kubehop.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Call;
import io.kubehop.core.app.EchoServer;
import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.core.time.Simulation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which socket {@code -m socket} finds for a packet that comes in, as Linux 6.18 was seen. */
class SocketsBeforeDeliveryTest {
  private static final int OPEN = 8080;

  private final Host host = new Network(new Simulation(42), 0).addHost("host");

  @ParameterizedTest
  @CsvSource({
    // an ICMP error is for the socket that sent what it quotes
    "UDP,   81, -p icmp -m socket --nowildcard -j DROP,        DROPPED",
    "UDP,   81, -p icmp -m socket -j DROP,                     DROPPED",
    "UDP,   81, -p udp -m socket --nowildcard -j DROP,         REFUSED",
    // a socket on every address counts only with --nowildcard
    "TCP, 8080, -p tcp --syn -m socket --nowildcard -j DROP,   DROPPED",
    "TCP, 8080, -p tcp --syn -m socket -j DROP,                DELIVERED",
    "UDP, 8080, -p udp --dport 8080 -m socket -j DROP,         DELIVERED",
    "UDP, 8080, -p udp --dport 8080 -m socket --nowildcard -j DROP, DROPPED",
    // one that is connected counts always
    "TCP, 8080, -p tcp --sport 8080 -m socket -j DROP,         DROPPED",
    "UDP, 8080, -p udp --sport 8080 -m socket -j DROP,         DROPPED"
  })
  void a_rule_of_input_finds_a_socket(Protocol protocol, int port, String rule, Outcome outcome) {
    EchoServer echo = new EchoServer();
    host.sockets().listen(null, OPEN, new Listener("echo", echo));
    host.sockets().bind(Protocol.UDP, null, OPEN, echo, "echo");
    String text = "*filter\n-A INPUT " + rule + "\nCOMMIT\n";
    host.firewall().setRules(IptablesSave.read(text, IpFamily.IPV4));
    SocketAddress target = new SocketAddress(IpAddress.LOOPBACK_V4, port);

    Call call = new Call(host, new Call.Target(protocol, target, null, 0, 1_000_000_000L, "hello"));

    assertThat(call.complete().outcome()).isEqualTo(outcome);
  }
}
