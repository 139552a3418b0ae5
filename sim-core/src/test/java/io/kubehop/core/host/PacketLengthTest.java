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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets are as long as those of Linux, which {@code -m length} can tell. */
class PacketLengthTest {
  private static final int OPEN = 8080;

  private final Host host = new Network(new Simulation(42), 0).addHost("host");

  @ParameterizedTest
  @CsvSource({
    // SYN and SYN-ACK with MSS, SACK, timestamps and window scale
    "-p tcp --tcp-flags SYN SYN, 60, 8080",
    // messages of 512 bytes with timestamps
    "-p tcp --tcp-flags SYN NONE -m length --length 100:65535, 564, 8080",
    // a reset has no options
    "-p tcp --tcp-flags RST RST, 40, 81"
  })
  void a_packet_has_its_length(String packets, int length, int port) {
    Outcome expected = port == OPEN ? Outcome.DELIVERED : Outcome.REFUSED;

    assertThat(outcome(drop(packets + " -m length ! --length " + length), port))
        .isEqualTo(expected);
    assertThat(outcome(drop(packets + " -m length --length " + length), port))
        .isEqualTo(Outcome.DROPPED);
  }

  @Test
  void an_icmp_error_quotes_the_packet_that_it_is_about() {
    String reject = "-A OUTPUT -p tcp --syn -j REJECT";
    String error = "-A INPUT -p icmp -m length --length ";

    assertThat(outcome(text(reject, error + "0:87 -j DROP"), OPEN)).isEqualTo(Outcome.REJECTED);
    assertThat(outcome(text(reject, error + "88 -j DROP"), OPEN)).isEqualTo(Outcome.DROPPED);
  }

  @ParameterizedTest
  @CsvSource({"--tcp-flags SYN SYN, 80", "--tcp-flags PSH PSH, 584", "--tcp-flags RST RST, 60"})
  void packets_of_ipv6_have_a_longer_header(String packets, int length) {
    int port = length == 60 ? 81 : OPEN;
    String rule = "-A INPUT -p tcp " + packets + " -m length ! --length " + length + " -j DROP";

    assertThat(outcome(text(rule), IpFamily.IPV6, port)).isNotEqualTo(Outcome.DROPPED);
    assertThat(outcome(text(rule.replace("! ", "")), IpFamily.IPV6, port))
        .isEqualTo(Outcome.DROPPED);
  }

  @Test
  void an_icmp_error_is_of_the_precedence_of_internetwork_control() {
    String reject = "-A OUTPUT -p tcp --syn -j REJECT";

    assertThat(outcome(text(reject, "-A INPUT -p icmp -m dscp --dscp 0x30 -j DROP"), OPEN))
        .isEqualTo(Outcome.DROPPED);
  }

  private static String drop(String packets) {
    return text("-A INPUT " + packets + " -j DROP");
  }

  private static String text(String... rules) {
    return "*filter\n:INPUT ACCEPT [0:0]\n" + String.join("\n", rules) + "\nCOMMIT\n";
  }

  private Outcome outcome(String rules, int port) {
    return outcome(rules, IpFamily.IPV4, port);
  }

  private Outcome outcome(String rules, IpFamily family, int port) {
    host.sockets().listen(null, OPEN, new Listener("echo", new EchoServer()));
    host.firewall().setRules(IptablesSave.read(rules, family));
    boolean v4 = family == IpFamily.IPV4;
    IpAddress loopback = v4 ? IpAddress.LOOPBACK_V4 : IpAddress.LOOPBACK_V6;
    SocketAddress target = new SocketAddress(loopback, port);
    return new Call(host, new Call.Target(Protocol.TCP, target, null, 0, 1_000_000_000L, "hello"))
        .complete()
        .outcome();
  }
}
