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

/**
 * How rules see resets, ICMP errors and the last segment of a handshake, as Linux 6.18 was seen.
 */
class AnswersOfTheKernelTest {
  private static final int OPEN = 8080;

  private final Host host = new Network(new Simulation(42), 0).addHost("host");

  @ParameterizedTest
  @CsvSource({
    // a reset comes from a socket that no process has open; one that a rule sends has no socket
    "filter OUTPUT -p tcp -m owner --socket-exists --syn -j DROP,                 81, DROPPED",
    "filter OUTPUT -p tcp --tcp-flags RST RST -m owner --socket-exists -j DROP,   81, DROPPED",
    "filter OUTPUT -p tcp --tcp-flags RST RST -m owner --uid-owner 0 -j DROP,     81, REFUSED",
    "filter OUTPUT -p tcp --tcp-flags RST RST -m owner ! --uid-owner 0 -j DROP,   81, DROPPED",
    // a connection that a reset ends at once was confirmed all the same
    "mangle POSTROUTING -m conntrack --ctstatus CONFIRMED -j DROP,                81, DROPPED",
    // who refuses the end of the handshake refuses the connection
    "filter OUTPUT -p tcp --tcp-flags ALL ACK -j REJECT,                        8080, REJECTED",
    // who refuses a message only leaves the program without an answer
    "filter OUTPUT -p tcp --tcp-flags PSH PSH -j REJECT,                        8080, DROPPED"
  })
  void a_rule_sees_an_answer(String rule, int port, Outcome outcome) {
    String[] words = rule.split(" ", 2);
    String text = "*" + words[0] + "\n-A " + words[1] + "\nCOMMIT\n";
    host.sockets().listen(null, OPEN, new Listener("echo", new EchoServer()));
    host.firewall().setRules(IptablesSave.read(text, IpFamily.IPV4));
    SocketAddress target = new SocketAddress(IpAddress.LOOPBACK_V4, port);

    Call call =
        new Call(host, new Call.Target(Protocol.TCP, target, null, 0, 1_000_000_000L, "hello"));

    assertThat(call.complete().outcome()).isEqualTo(outcome);
  }
}
