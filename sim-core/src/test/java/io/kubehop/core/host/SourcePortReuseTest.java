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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More connections than a SNAT rule has ports, one after the other, as Linux 6.18 was seen. */
class SourcePortReuseTest {
  private static final int PORTS = 4;

  private final Host host = new Network(new Simulation(42), 0).addHost("host");

  SourcePortReuseTest() {
    EchoServer echo = new EchoServer();
    host.sockets().listen(null, 8080, new Listener("echo", echo));
    host.sockets().bind(Protocol.UDP, null, 8080, echo, "echo");
    String snat = "--dport 8080 -j SNAT --to-source 127.0.0.9:30000-30003\n";
    String text = "*nat\n-A POSTROUTING -p tcp " + snat + "-A POSTROUTING -p udp " + snat;
    host.firewall().setRules(IptablesSave.read(text + "COMMIT\n", IpFamily.IPV4));
  }

  @Test
  void closed_tcp_connections_give_their_ports_to_later_ones() {
    List<Outcome> outcomes = outcomes(Protocol.TCP, 5 * PORTS);

    assertThat(outcomes.subList(0, PORTS)).containsOnly(Outcome.DELIVERED);
    // A port is given only to a connection whose sequence numbers are ahead of the old one's.
    assertThat(outcomes.subList(PORTS, outcomes.size()))
        .filteredOn(Outcome.DELIVERED::equals)
        .hasSizeGreaterThan(2 * PORTS);
  }

  @Test
  void udp_keeps_its_ports_until_they_time_out() {
    List<Outcome> outcomes = outcomes(Protocol.UDP, PORTS + 1);

    assertThat(outcomes.subList(0, PORTS)).containsOnly(Outcome.DELIVERED);
    assertThat(outcomes.get(PORTS)).isEqualTo(Outcome.DROPPED);
  }

  private List<Outcome> outcomes(Protocol protocol, int count) {
    SocketAddress server = new SocketAddress(IpAddress.LOOPBACK_V4, 8080);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Call.Target target =
          new Call.Target(protocol, server, null, 40_000 + i, 1_000_000_000L, "hello");
      outcomes.add(new Call(host, target).complete().outcome());
    }
    return outcomes;
  }
}
