package io.kubehop.core.ipvs;

import static io.kubehop.core.ipvs.BalancedPacket.socket;
import static io.kubehop.core.ipvs.BalancingHost.ACK;
import static io.kubehop.core.ipvs.BalancingHost.FIN;
import static io.kubehop.core.ipvs.BalancingHost.RST;
import static io.kubehop.core.ipvs.BalancingHost.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SctpChunk;
import org.junit.jupiter.api.Test;

/** How packets move connections on, how long these live, and what counts as active. */
class ConnectionStatesTest {
  private static final String VIP = "10.96.0.1:80";
  private static final String SERVER = "10.244.0.1:8080";
  private static final String CLIENT = "192.0.2.1:40000";

  private final BalancingHost host = new BalancingHost();
  private final VirtualServerKey key = host.serve("TCP " + VIP, SchedulerKind.RR, SERVER);

  /** {@code ESTABLISHED 900 1/0/0}: state, seconds left, counts. */
  private String now() {
    IpvsConnection only = host.ipvs().connections().get(0);
    long left = (only.expires() - host.ipvs().now()) / 1_000_000_000L;
    return only.state() + " " + left + " " + host.counts(only.server().service());
  }

  @Test
  void aConnectionThatTheClientCloses() {
    host.call("TCP", CLIENT, VIP);
    assertThat(now()).isEqualTo("SYN_RECV 60 1/0/0");
    host.answer(SYN | ACK, SERVER, CLIENT);
    assertThat(now()).isEqualTo("SYN_RECV 60 1/0/0");
    host.segment(ACK, CLIENT, VIP);
    assertThat(now()).isEqualTo("ESTABLISHED 900 1/0/0");
    host.segment(FIN, CLIENT, VIP);
    assertThat(now()).isEqualTo("CLOSE_WAIT 60 0/1/0");
    host.answer(FIN, SERVER, CLIENT);
    assertThat(now()).isEqualTo("TIME_WAIT 120 0/1/0");
    host.segment(ACK, CLIENT, VIP);
    assertThat(now()).isEqualTo("TIME_WAIT 120 0/1/0");
  }

  @Test
  void aConnectionThatTheServerCloses() {
    host.connect(CLIENT, VIP);
    host.answer(FIN, SERVER, CLIENT);
    assertThat(now()).isEqualTo("FIN_WAIT 120 0/1/0");
  }

  @Test
  void aResetConnectionLastsTenSeconds() {
    host.connect(CLIENT, VIP);
    host.segment(RST, CLIENT, VIP);
    assertThat(now()).isEqualTo("CLOSE 10 0/1/0");

    host.pass(9.999);
    assertThat(host.connections()).hasSize(1);
    host.pass(0.001);
    assertThat(host.connections()).isEmpty();
    assertThat(host.counts(key)).isEqualTo("0/0/0");
  }

  @Test
  void everyPacketOfEitherSideStartsTheTimerAnew() {
    host.connect(CLIENT, VIP);
    host.pass(800);
    assertThat(now()).isEqualTo("ESTABLISHED 100 1/0/0");
    host.answer(ACK, SERVER, CLIENT);
    assertThat(now()).isEqualTo("ESTABLISHED 900 1/0/0");
    host.pass(800);
    host.segment(ACK, CLIENT, VIP);
    assertThat(now()).isEqualTo("ESTABLISHED 900 1/0/0");
  }

  @Test
  void datagramsAreNeverActive() {
    host.serve("UDP 10.96.0.10:53", SchedulerKind.RR, SERVER);
    host.call("UDP", CLIENT, "10.96.0.10:53");
    assertThat(now()).isEqualTo("UDP 300 0/1/0");
    host.pass(300);
    assertThat(host.connections()).isEmpty();
  }

  @Test
  void changedTimeoutsHoldFromTheNextPacketOn() {
    host.connect(CLIENT, VIP);
    host.ipvs().setTimeouts(new IpvsTimeouts(60, 0, 0));
    assertThat(now()).isEqualTo("ESTABLISHED 900 1/0/0");
    host.segment(ACK, CLIENT, VIP);
    assertThat(now()).isEqualTo("ESTABLISHED 60 1/0/0");
    host.answer(FIN, SERVER, CLIENT);
    assertThat(now()).as("0 leaves a timeout as it is").isEqualTo("FIN_WAIT 120 0/1/0");
  }

  @Test
  void whereRepliesPassByTheClientAloneDecides() {
    VirtualServerKey direct = host.serve("TCP 10.96.0.2:80", SchedulerKind.RR);
    host.ipvs()
        .addServer(
            direct,
            new RealServerConfig(
                socket("192.0.2.80:80"), Forwarding.DIRECT_ROUTE, Tunnel.IPIP, 1, 0, 0));

    assertThat(host.call("TCP", CLIENT, "10.96.0.2:80"))
        .as("the packet is as it was")
        .isEqualTo("10.96.0.2:80");
    host.segment(ACK, CLIENT, "10.96.0.2:80");
    assertThat(now()).isEqualTo("ESTABLISHED 900 1/0/0");
    host.segment(FIN, CLIENT, "10.96.0.2:80");
    assertThat(now()).isEqualTo("FIN_WAIT 120 0/1/0");
  }

  @Test
  void anAssociationOfSctpIsActiveOnceEstablished() {
    host.serve("SCTP " + VIP, SchedulerKind.RR, SERVER);
    host.call("SCTP", CLIENT, VIP);
    assertThat(now()).isEqualTo("INIT1 4 0/1/0");
    chunkOfServer(SctpChunk.INIT_ACK);
    assertThat(now()).isEqualTo("C-SENT 61 0/1/0");
    chunkOfClient(SctpChunk.COOKIE_ECHO);
    assertThat(now()).isEqualTo("C-REPLIED 61 0/1/0");
    chunkOfServer(SctpChunk.COOKIE_ACK);
    assertThat(now()).isEqualTo("ESTABLISHED 900 1/0/0");
    chunkOfClient(SctpChunk.SHUTDOWN);
    assertThat(now()).isEqualTo("S-RECEIVED 61 0/1/0");
    chunkOfServer(SctpChunk.SHUTDOWN_ACK);
    assertThat(now()).isEqualTo("S-ACK-SENT 61 0/1/0");
    chunkOfClient(SctpChunk.SHUTDOWN_COMPLETE);
    assertThat(now()).isEqualTo("CLOSED 61 0/1/0");
  }

  private void chunkOfClient(int chunk) {
    host.send(BalancedPacket.of(Protocol.SCTP, socket(CLIENT), socket(VIP)).withChunk(chunk));
  }

  private void chunkOfServer(int chunk) {
    host.answer(BalancedPacket.of(Protocol.SCTP, socket(SERVER), socket(CLIENT)).withChunk(chunk));
  }
}
