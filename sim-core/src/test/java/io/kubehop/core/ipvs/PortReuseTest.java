package io.kubehop.core.ipvs;

import static io.kubehop.core.ipvs.BalancingHost.FIN;
import static io.kubehop.core.ipvs.BalancingHost.RST;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Protocol;
import org.junit.jupiter.api.Test;

/** A client calls again from the port of a connection that is still known (conn_reuse_mode). */
class PortReuseTest {
  private static final String VIP = "10.96.0.1:80";
  private static final String A = "10.244.0.1:8080";
  private static final String B = "10.244.0.2:8080";
  private static final String CLIENT = "192.0.2.1:40000";

  private final BalancingHost host = new BalancingHost();
  private final VirtualServerKey key = host.serve("TCP " + VIP, SchedulerKind.RR, A, B);

  private void closeConnection() {
    host.connect(CLIENT, VIP);
    host.segment(FIN, CLIENT, VIP);
    host.answer(FIN, A, CLIENT);
  }

  private String callAgain() {
    return host.call("TCP", CLIENT, VIP);
  }

  @Test
  void aClosedConnectionsClientIsScheduledAnew() {
    host.set(true, true, 1);
    closeConnection();

    assertThat(callAgain()).isEqualTo(B);
    assertThat(host.connections())
        .containsExactly("192.0.2.1:40000 -> 10.96.0.1:80 -> 10.244.0.2:8080 SYN_RECV");
    assertThat(host.ended).as("the entry in connection tracking is the new one's").isEmpty();
  }

  @Test
  void soIsTheClientOfOneThatWasReset() {
    host.set(true, true, 1);
    host.connect(CLIENT, VIP);
    host.segment(RST, CLIENT, VIP);

    assertThat(callAgain()).isEqualTo(B);
  }

  @Test
  void anEstablishedConnectionKeepsItsServer() {
    host.set(true, true, 1);
    host.connect(CLIENT, VIP);

    assertThat(callAgain()).isEqualTo(A);
  }

  @Test
  void mode0KeepsTheServer() {
    host.set(true, true, 0);
    closeConnection();

    assertThat(callAgain()).isEqualTo(A);
  }

  @Test
  void aDrainedServerIsLeftInEitherMode() {
    host.set(true, true, 0);
    closeConnection();
    host.weigh(key, A, 0);

    assertThat(callAgain()).isEqualTo(B);
  }

  @Test
  void withPersistenceTheServerStays() {
    host.set(true, true, 1);
    VirtualServerConfig config = VirtualServerConfig.of(key, SchedulerKind.RR);
    host.ipvs().editService(config.withPersistence(Persistence.perClient(300)));
    closeConnection();

    assertThat(callAgain()).isEqualTo(A);
  }

  @Test
  void theCallIsDroppedWhileConnectionTrackingHoldsTheOldEntry() {
    host.set(true, true, 1);
    closeConnection();
    BalancedPacket call =
        BalancedPacket.call(
            Protocol.TCP, BalancedPacket.socket(CLIENT), BalancedPacket.socket(VIP));

    assertThat(host.send(call.tracked())).isEqualTo("DROP");
    assertThat(callAgain()).isEqualTo(B);
  }

  @Test
  void olderKernelsDropTheFirstCall() {
    host.set(true, true, 1);
    host.ipvs().setQuirks(new IpvsQuirks(true, false));
    closeConnection();

    assertThat(callAgain()).isEqualTo("DROP");
    host.ipvs().advance();
    assertThat(host.ended).hasSize(1);
    assertThat(callAgain()).isEqualTo(B);
  }

  @Test
  void olderKernelsLeaveClientsWithADrainedServerInMode0() {
    host.set(true, true, 0);
    host.ipvs().setQuirks(new IpvsQuirks(false, true));
    closeConnection();
    host.weigh(key, A, 0);

    assertThat(callAgain()).isEqualTo(A);
  }
}
