package io.kubehop.core.ipvs;

import static io.kubehop.core.ipvs.BalancingHost.ACK;
import static io.kubehop.core.ipvs.BalancingHost.FIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Protocol;
import org.junit.jupiter.api.Test;

/** How clients are bound to servers, and how that ends. */
class PersistenceTest {
  private static final String VIP = "10.96.0.1:80";
  private static final String A = "10.244.0.1:8080";
  private static final String B = "10.244.0.2:8080";

  private final BalancingHost host = new BalancingHost();

  private VirtualServerKey serve(String name, Persistence persistence, String... servers) {
    VirtualServerConfig config =
        VirtualServerConfig.of(BalancingHost.key(name), SchedulerKind.RR)
            .withPersistence(persistence);
    return host.serve(config, servers);
  }

  @Test
  void aClientKeepsItsServer() {
    VirtualServerKey key = serve("TCP " + VIP, Persistence.perClient(300), A, B);

    assertThat(host.connect("192.0.2.1:1", VIP)).isEqualTo(A);
    assertThat(host.connect("192.0.2.2:1", VIP)).isEqualTo(B);
    assertThat(host.connect("192.0.2.1:2", VIP)).isEqualTo(A);
    assertThat(host.counts(key)).isEqualTo("2/0/1 1/0/1");
    assertThat(host.connections())
        .contains("192.0.2.1:0 -> 10.96.0.1:80 -> 10.244.0.1:8080 ASSURED");
  }

  @Test
  void clientsOfANetworkAreOneWithAMask() {
    serve("TCP " + VIP, Persistence.perMask(300, 0xffffff00), A, B);

    assertThat(host.connect("192.0.2.1:1", VIP)).isEqualTo(A);
    assertThat(host.connect("192.0.2.200:1", VIP)).isEqualTo(A);
    assertThat(host.connect("192.0.3.1:1", VIP)).isEqualTo(B);
  }

  @Test
  void clientsOfAnIpv6PrefixAreOne() {
    serve("TCP [fd00::1]:80", Persistence.perPrefix(300, 64), "[fd00::a]:80", "[fd00::b]:80");

    assertThat(host.call("TCP", "[fd00:1::1]:1", "[fd00::1]:80")).isEqualTo("fd00::a:80");
    assertThat(host.call("TCP", "[fd00:1::2]:1", "[fd00::1]:80")).isEqualTo("fd00::a:80");
    assertThat(host.call("TCP", "[fd00:2::1]:1", "[fd00::1]:80")).isEqualTo("fd00::b:80");
  }

  @Test
  void theTimeCountsFromTheLastNewConnection() {
    serve("UDP 10.96.0.10:53", Persistence.perClient(400), A, B);
    host.call("UDP", "192.0.2.1:1", "10.96.0.10:53");
    host.pass(350);
    assertThat(host.call("UDP", "192.0.2.1:2", "10.96.0.10:53")).isEqualTo(A);
    host.pass(350);
    assertThat(host.call("UDP", "192.0.2.1:3", "10.96.0.10:53")).isEqualTo(A);
    host.pass(400);
    assertThat(host.call("UDP", "192.0.2.1:4", "10.96.0.10:53")).isEqualTo(B);
  }

  @Test
  void aTemplateStaysForAnotherMinuteWhileAConnectionBelongsToIt() {
    serve("TCP " + VIP, Persistence.perClient(30), A, B);
    host.connect("192.0.2.1:1", VIP);
    host.segment(FIN, "192.0.2.1:1", VIP);
    host.answer(FIN, A, "192.0.2.1:1"); // TIME_WAIT until 120 s

    host.pass(149);
    assertThat(host.connections()).as("30 + 60 + 60 s").hasSize(1);
    host.pass(1);
    assertThat(host.connections()).isEmpty();
  }

  @Test
  void aRemovedServersClientsAreFree() {
    VirtualServerKey key = serve("TCP " + VIP, Persistence.perClient(300), A, B);
    host.connect("192.0.2.1:1", VIP);
    host.remove(key, A);

    assertThat(host.connect("192.0.2.1:2", VIP)).isEqualTo(B);
  }

  @Test
  void aDrainedServerKeepsItsClientsUnlessTemplatesExpire() {
    VirtualServerKey key = serve("TCP " + VIP, Persistence.perClient(300), A, B);
    host.set(true, false, 1);
    host.connect("192.0.2.1:1", VIP);
    host.weigh(key, A, 0);
    assertThat(host.connect("192.0.2.1:2", VIP)).isEqualTo(A);

    host.set(true, true, 1);
    assertThat(host.connect("192.0.2.1:3", VIP)).isEqualTo(B);
    assertThat(host.segment(ACK, "192.0.2.1:1", VIP)).as("connections go on").isEqualTo(A);
  }

  @Test
  void theTemplateOfAClientThatIsGivenAnotherServerIsVoid() {
    VirtualServerKey key = serve("TCP " + VIP, Persistence.perClient(300), A, B);
    host.set(true, true, 1);
    host.connect("192.0.2.1:1", VIP);
    host.weigh(key, A, 0);
    host.connect("192.0.2.1:2", VIP);
    host.weigh(key, A, 1);

    assertThat(host.connect("192.0.2.1:3", VIP)).isEqualTo(B);
    assertThat(host.connections())
        .contains("192.0.2.1:0 -> 10.96.0.1:65535 -> 10.244.0.1:65535 ASSURED");
  }

  @Test
  void behindAMarkAClientIsBoundForAllAddressesAndPorts() {
    serve("FWM 7", Persistence.perClient(300), "10.244.0.1:0", "10.244.0.2:0");

    assertThat(marked("192.0.2.1:1", "198.18.0.1:80")).isEqualTo("10.244.0.1:80");
    assertThat(marked("192.0.2.2:1", "198.18.0.1:80")).isEqualTo("10.244.0.2:80");
    assertThat(marked("192.0.2.1:2", "198.18.0.2:443")).isEqualTo("10.244.0.1:443");
    assertThat(host.connections()).contains("192.0.2.1:0 -> 0.0.0.7:0 -> 10.244.0.1:0 NONE");
  }

  private String marked(String client, String virtual) {
    return host.send(
        BalancedPacket.call(
                Protocol.TCP, BalancedPacket.socket(client), BalancedPacket.socket(virtual))
            .withMark(7));
  }

  @Test
  void anFtpServersClientIsBoundForItsDataConnectionsToo() {
    serve("TCP 10.96.0.1:21", Persistence.perClient(300), "10.244.0.1:21", "10.244.0.2:21");

    assertThat(host.call("TCP", "192.0.2.9:1", "10.96.0.1:21")).isEqualTo("10.244.0.1:21");
    assertThat(host.call("TCP", "192.0.2.1:1", "10.96.0.1:21")).isEqualTo("10.244.0.2:21");
    assertThat(host.call("TCP", "192.0.2.1:2", "10.96.0.1:5000")).isEqualTo("10.244.0.2:5000");
  }
}
