package io.kubehop.core.ipvs;

import static io.kubehop.core.ipvs.BalancingHost.ACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Protocol;
import org.junit.jupiter.api.Test;

/** What becomes of the connections of servers that are drained or removed. */
class RemovalTest {
  private static final String VIP = "10.96.0.1:80";
  private static final String A = "10.244.0.1:8080";
  private static final String B = "10.244.0.2:8080";
  private static final String CLIENT = "192.0.2.1:40000";

  private final BalancingHost host = new BalancingHost();
  private final VirtualServerKey key = host.serve("TCP " + VIP, SchedulerKind.RR, A, B);

  @Test
  void aDrainedServerKeepsItsConnections() {
    host.connect(CLIENT, VIP);
    host.weigh(key, A, 0);

    assertThat(host.segment(ACK, CLIENT, VIP)).isEqualTo(A);
    assertThat(host.connect("192.0.2.1:2", VIP)).isEqualTo(B);
    assertThat(host.connect("192.0.2.1:3", VIP)).isEqualTo(B);
  }

  @Test
  void theConnectionsOfARemovedServerEndATickLater() {
    host.set(true, true, 1);
    host.connect(CLIENT, VIP);
    host.remove(key, A);
    host.pass(0.003);
    assertThat(host.ended).isEmpty();

    host.pass(0.001);
    assertThat(host.connections()).isEmpty();
    assertThat(host.ended)
        .containsExactly("192.0.2.1:40000 -> 10.96.0.1:80 -> 10.244.0.1:8080 ESTABLISHED");
    assertThat(host.segment(ACK, CLIENT, VIP)).as("left to the host").isEqualTo("ACCEPT");
  }

  @Test
  void aPacketWithinTheTickIsDroppedIfConnectionTrackingHoldsOn() {
    host.set(true, true, 1);
    host.connect(CLIENT, VIP);
    host.remove(key, A);

    BalancedPacket data =
        BalancedPacket.of(Protocol.TCP, BalancedPacket.socket(CLIENT), BalancedPacket.socket(VIP))
            .withFlags(ACK);
    assertThat(host.send(data.tracked())).isEqualTo("DROP");
  }

  @Test
  void connectionsOfARemovedServerMayStayWithoutUse() {
    host.set(false, true, 1);
    host.connect(CLIENT, VIP);
    host.remove(key, A);
    host.pass(1);

    assertThat(host.segment(ACK, CLIENT, VIP)).isEqualTo("DROP");
    assertThat(host.connections()).hasSize(1);
  }

  @Test
  void aServerThatComesBackHasItsConnectionsBack() {
    host.set(false, true, 1);
    host.connect(CLIENT, VIP);
    host.remove(key, A);
    host.weigh(key, A, 1);

    assertThat(host.counts(key)).isEqualTo("1/0/0 0/0/0");
    assertThat(host.segment(ACK, CLIENT, VIP)).isEqualTo(A);
  }

  @Test
  void aServerThatComesBackAfterTheTickBeginsAnew() {
    host.set(true, true, 1);
    host.connect(CLIENT, VIP);
    host.remove(key, A);
    host.pass(0.004);
    host.weigh(key, A, 1);

    assertThat(host.counts(key)).isEqualTo("0/0/0 0/0/0");
  }

  @Test
  void aDatagramWhoseServerIsGoneIsScheduledAnew() {
    VirtualServerKey dns = host.serve("UDP 10.96.0.10:53", SchedulerKind.RR, A, B);
    host.set(true, true, 1);
    host.call("UDP", CLIENT, "10.96.0.10:53");
    host.remove(dns, A);

    assertThat(host.call("UDP", CLIENT, "10.96.0.10:53")).isEqualTo(B);
  }

  @Test
  void aVirtualServerTakesItsServersAndConnectionsWithIt() {
    host.serve("UDP 10.96.0.10:53", SchedulerKind.RR, A);
    host.set(true, true, 1);
    host.connect(CLIENT, VIP);
    host.ipvs().removeService(key);
    host.pass(0.004);

    assertThat(host.connections()).isEmpty();
    assertThat(host.ipvs().service(key)).isNull();
  }
}
